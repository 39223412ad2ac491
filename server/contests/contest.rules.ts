import { createHash, randomBytes } from 'node:crypto'
import type { Staff } from '../ctx.ts'
import { holds } from '../staff/access.rules.ts'
import type { Permission } from '../staff/permissions.ts'
import { CONTEST_STEPS, type ContestStep } from './builder.schemas.ts'
import { CONTEST_STATES, type ContestState } from './contests.schemas.ts'

type Move = {
  from: readonly ContestState[]
  to: ContestState
  needs: Permission
  /** Only somebody who has not written in it. */
  byAnother?: true
  /** Nothing may be found that stops it. */
  complete?: true
  says?: 'remark'
}

/** Steps staff take with a contest as a whole; from `scheduled` on rounds are moved by the clock and their results. */
export const MOVES: Record<ContestStep, Move> = {
  review: { from: ['draft'], to: 'reviewed', needs: 'contests.review', byAnother: true, complete: true },
  return: { from: ['draft', 'reviewed'], to: 'draft', needs: 'contests.review', says: 'remark' },
  schedule: { from: ['reviewed'], to: 'scheduled', needs: 'contests.manage', complete: true },
  unschedule: { from: ['scheduled'], to: 'draft', needs: 'contests.manage', says: 'remark' },
  archive: { from: ['official'], to: 'archived', needs: 'contests.officiate' },
}

/** States in which the settings may still be changed. */
export const EDITABLE: ReadonlySet<ContestState> = new Set(['draft', 'reviewed'])
/** In which people hear of it. */
export const isAnnounced = (state: ContestState) => isAtLeast(state, 'scheduled')
export const isAtLeast = (state: ContestState, least: ContestState) =>
  CONTEST_STATES.indexOf(state) >= CONTEST_STATES.indexOf(least)

type Standing = { unitId: string; state: ContestState; authors: readonly string[]; rounds: { state: ContestState }[] }

export function mayTake(step: ContestStep, { state, rounds }: Pick<Standing, 'state' | 'rounds'>) {
  if (!MOVES[step].from.includes(state)) return false
  return step !== 'unschedule' || rounds.every((round) => round.state === 'scheduled')
}

/** What a member of staff can do now: nothing is offered that would be refused for who or when. */
export function stepsFor(actor: Staff, contest: Standing): ContestStep[] {
  return CONTEST_STEPS.filter(
    (step) =>
      mayTake(step, contest) &&
      holds(actor, MOVES[step].needs, contest.unitId) &&
      !(MOVES[step].byAnother && contest.authors.includes(actor.id)),
  )
}

/** 256 bits that decide every draw. */
export function newDrawSeed() {
  return randomBytes(32).toString('hex')
}

/** Told before the first round opens, so that nobody can choose the seed afterwards. */
export function drawCommitment(drawSeed: string) {
  return createHash('sha256').update(drawSeed).digest('hex')
}
