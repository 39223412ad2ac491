import { createHash } from 'node:crypto'

/** Times are milliseconds since 1970. `sheet` and `paper` are as `paper.rules.ts` writes them. */
export type ContestEvent =
  | {
      is: 'started'
      attempt: string
      entry: string
      round: string
      number: number
      at: number
      deadline: number
      paper: string
    }
  | { is: 'saved'; attempt: string; seq: number; sheet: string; prediction: number | null; at: number }
  | { is: 'submitted' | 'auto_submitted' | 'expired_empty'; attempt: string; at: number }
  | { is: 'voided'; attempt: string; at: number; by: string }

/** One row of the chain: what one commit carried. */
export type Link = { seq: number; atMs: number; events: string; prevHash: string; hash: string }

/** What stands before the first link. */
export const CHAIN_START = '0'.repeat(64)

export function writeEvents(events: readonly ContestEvent[]): string {
  return events.map((event) => JSON.stringify(event)).join('\n')
}

export function readEvents(text: string): ContestEvent[] {
  return text.split('\n').map((line) => JSON.parse(line) as ContestEvent)
}

export function hashLink({ prevHash, atMs, events }: Pick<Link, 'prevHash' | 'atMs' | 'events'>): string {
  return createHash('sha256').update(`${prevHash}\n${atMs}\n`).update(events).digest('hex')
}

/** The `seq` of the first link that does not follow from the one before; nothing when the chain is whole. */
export function findBrokenLink(links: Iterable<Link>, from: string = CHAIN_START): number | undefined {
  let prevHash = from
  for (const link of links) {
    if (link.prevHash !== prevHash || hashLink(link) !== link.hash) return link.seq
    prevHash = link.hash
  }
  return undefined
}

/** An attempt as its events tell it. */
export type ReplayedAttempt = {
  entryId: string
  roundId: string
  number: number
  paper: string
  startedMs: number
  deadlineMs: number
  sheet: string
  sheetSeq: number
  prediction: number | null
  state: 'in_progress' | 'submitted' | 'auto_submitted' | 'expired_empty' | 'voided'
  submittedMs: number | null
}

/** Carries events into `attempts`, in their order; what a later one says of an ended attempt counts for nothing. */
export function replay(attempts: Map<string, ReplayedAttempt>, events: readonly ContestEvent[]) {
  for (const event of events) {
    if (event.is === 'started') {
      const { entry: entryId, round: roundId, number, paper, at: startedMs, deadline: deadlineMs } = event
      attempts.set(event.attempt, {
        ...{ entryId, roundId, number, paper, startedMs, deadlineMs },
        ...{ sheet: '', sheetSeq: 0, prediction: null, state: 'in_progress', submittedMs: null },
      })
      continue
    }
    const attempt = attempts.get(event.attempt)
    if (attempt === undefined) continue
    if (event.is === 'voided') Object.assign(attempt, { state: 'voided' })
    else if (attempt.state !== 'in_progress') continue
    else if (event.is !== 'saved') Object.assign(attempt, { state: event.is, submittedMs: event.at })
    else if (event.seq > attempt.sheetSeq) {
      const { sheet, seq: sheetSeq, prediction } = event
      Object.assign(attempt, { sheet, sheetSeq, prediction })
    }
  }
}
