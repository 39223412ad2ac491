import { timingSafeEqual } from 'node:crypto'
import type { Ctx, Taker } from '../ctx.ts'
import type { IdentifyTaker } from '../http/api.ts'

type Paper = Omit<Taker, 'kind'>

/** 128 bits in base64url. */
const LENGTH = 22
const SHOWN = /^Attempt ([\w-]{1,40})\.([\w-]{1,40})\.(\d{1,15})\.(\d{1,3})\.([\w-]{22})$/

/**
 * Opens one paper and nothing else. It says itself what a saving has to know, so that nothing is read before it is
 * written; our key makes it again, so it is kept nowhere.
 */
export function paperToken({ sealing }: Pick<Ctx, 'sealing'>, paper: Paper): string {
  return `${describe(paper)}.${sealing.index('paper_token', describe(paper)).slice(0, LENGTH)}`
}

export function createIdentifyTaker({ sealing }: Pick<Ctx, 'sealing'>): IdentifyTaker {
  return (authorization) => {
    const [, attemptId, roundId, deadline, questions, mark] = SHOWN.exec(authorization ?? '') ?? []
    if (attemptId === undefined || roundId === undefined || mark === undefined) return undefined
    const paper = { attemptId, roundId, deadlineMs: Number(deadline), questions: Number(questions) }
    const ours = sealing.indexes('paper_token', describe(paper)).some((each) => isSame(each.slice(0, LENGTH), mark))
    return ours ? { kind: 'taker', ...paper } : undefined
  }
}

function isSame(one: string, other: string) {
  return timingSafeEqual(Buffer.from(one), Buffer.from(other))
}

function describe({ attemptId, roundId, deadlineMs, questions }: Paper) {
  return `${attemptId}.${roundId}.${deadlineMs}.${questions}`
}
