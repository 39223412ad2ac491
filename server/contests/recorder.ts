import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises'
import type { Db, Tx } from '../db/database.ts'
import { storageCode } from '../db/storage-problem.ts'
import { AppError } from '../errors.ts'
import { isTurnOver } from '../fair-turns.ts'
import { type Entrant, findEntrant } from './entries.queries.ts'
import type { ContestEvent } from './event-chain.rules.ts'
import * as queries from './recorder.queries.ts'

/** Marks of a sheet, by the keys of its round. */
export type Mark = (blockId: string, paper: string, sheet: string) => number
type Timed = { nowMs: number; graceMs: number }

export type Begun =
  | { outcome: 'begun' | 'resumed'; attempt: queries.Standing }
  | { outcome: 'not_open' | 'none_left' | 'removed' | 'changed' }
export type Saved = { outcome: 'saved'; seq: number; savedMs: number } | Refused
export type Submitted = { outcome: 'submitted'; attempt: queries.Standing } | Refused
type Refused = { outcome: 'missing' | 'ended' | 'too_late' }

/** What people do on their papers. Each promise is kept when it resolves: what it tells of is on the disk. */
export type Recorder = {
  entrant: (contestId: string, citizenId: string) => Promise<Entrant | undefined>
  begin: (wish: Omit<queries.NewAttempt, 'startedMs'> & Timed & { mark: Mark }) => Promise<Begun>
  save: (wish: queries.NewSheet & Timed) => Promise<Saved>
  submit: (wish: { id: string; mark: Mark } & Timed) => Promise<Submitted>
  /** Closes a paper whose time and grace are over; false when there is nothing to close. */
  finish: (wish: { id: string; mark: Mark } & Timed) => Promise<boolean>
}

/** Longer commits gain little and make the first of them wait. */
const MOST_IN_A_COMMIT = 256
/** Beyond this many a new one is told to come back, so that nobody waits for longer than a phone does. */
const MOST_WAITING = 4_000
/** A commit costs as much as ten savings, so that what comes within this time after one shares the next. */
const SHORTEST_PAUSE_MS = 10
/** At most this long between two commits, however slow the disk. */
const LONGEST_PAUSE_MS = 40
/** What waited for one commit is answered in turns: see fair-turns.ts. */
const ANSWERED_A_TURN = 8

type Work = (tx: Tx, events: ContestEvent[]) => unknown
type Waiting = { work: Work; resolve: (value: unknown) => void; reject: (error: unknown) => void }
type Done = { resolve: (value: unknown) => void; value: unknown }

/**
 * What arrives while one commit is written goes into the next: one transaction, one link of the chain of events and
 * one wait for the disk for all of it, and answers after that. See docs/decisions/012-contest-rush.md.
 */
export function createRecorder({
  db,
  write,
  now,
}: {
  db: Db
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  now: () => Date
}): Recorder {
  const waiting: Waiting[] = []
  let isDraining = false

  function put<T>(work: (tx: Tx, events: ContestEvent[]) => T): Promise<T> {
    if (waiting.length >= MOST_WAITING) return Promise.reject(new AppError('storage.busy'))
    return new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: (value) => resolve(value as T), reject })
      if (!isDraining) void drain()
    })
  }

  async function drain() {
    isDraining = true
    while (waiting.length > 0) {
      const beganAt = performance.now()
      let taken: Waiting[] = []
      const done: Done[] = []
      try {
        await write(async (tx) => {
          taken = waiting.splice(0, MOST_IN_A_COMMIT)
          await workThrough(tx, taken, done)
        })
      } catch (error) {
        // The queue itself may refuse before anything was taken.
        for (const { reject } of taken.length > 0 ? taken : waiting.splice(0)) reject(error)
        continue
      }
      for (const [at, { resolve, value }] of done.entries()) {
        resolve(value)
        if (at % ANSWERED_A_TURN === ANSWERED_A_TURN - 1) await nextTurn()
      }
      // The disk holds up the whole loop: as long again is left for new connections, and the next commit carries more.
      const tookMs = performance.now() - beganAt
      await wait(Math.min(Math.max(tookMs, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS))
    }
    isDraining = false
  }

  async function workThrough(tx: Tx, taken: Waiting[], done: Done[]) {
    const events: ContestEvent[] = []
    for (const { work, resolve, reject } of taken) {
      try {
        done.push({ resolve, value: work(tx, events) })
      } catch (error) {
        // A broken disk breaks the commit; anything else is that one's own trouble.
        if (storageCode(error) !== undefined) throw error
        reject(error)
      }
      if (isTurnOver()) await nextTurn()
    }
    queries.appendEvents(tx, now().getTime(), events)
  }

  return {
    entrant: (contestId, citizenId) => findEntrant(db, { contestId, citizenId }),
    begin: (wish) => put((tx, events) => begin(tx, events, wish)),
    save: (wish) => put((tx, events) => save(tx, events, wish)),
    submit: (wish) => put((tx, events) => submit(tx, events, wish)),
    finish: (wish) => put((tx, events) => finish(tx, events, wish)),
  }
}

function begin(tx: Tx, events: ContestEvent[], wish: Parameters<Recorder['begin']>[0]): Begun {
  const { roundId, entryId, nowMs, graceMs, mark, ...made } = wish
  const open = queries.readOpenAttempt(tx, roundId, entryId)
  if (open && !isOver(open, { nowMs, graceMs })) return { outcome: 'resumed', attempt: open }
  if (open) finish(tx, events, { id: open.id, mark, nowMs, graceMs })
  const number = queries.insertAttempt(tx, { ...made, roundId, entryId, startedMs: nowMs })
  if (number === undefined) return { outcome: whyNot(tx, wish) }
  events.push({
    ...{ is: 'started', attempt: made.id, entry: entryId, round: roundId, number },
    ...{ at: nowMs, deadline: made.deadlineMs, paper: made.paper },
  })
  const attempt = queries.readAttempt(tx, made.id)
  if (attempt === undefined) throw new Error('what was inserted is there')
  return { outcome: 'begun', attempt }
}

function whyNot(tx: Tx, wish: Parameters<Recorder['begin']>[0]) {
  const standing = queries.readStanding(tx, wish.roundId, wish.entryId)
  if (standing === undefined || standing.entryStatus === 'removed') return 'removed'
  if (standing.roundVersion !== wish.roundVersion || standing.contestVersion !== wish.contestVersion) return 'changed'
  return standing.attempts >= wish.most ? 'none_left' : 'not_open'
}

function save(tx: Tx, events: ContestEvent[], wish: Parameters<Recorder['save']>[0]): Saved {
  const { id, sheet, seq, prediction, nowMs } = wish
  if (queries.updateSheet(tx, wish)) {
    events.push({ is: 'saved', attempt: id, seq, sheet, prediction, at: nowMs })
    return { outcome: 'saved', seq, savedMs: nowMs }
  }
  const kept = queries.readAttempt(tx, id)
  if (kept === undefined) return { outcome: 'missing' }
  if (kept.state !== 'in_progress') return { outcome: 'ended' }
  if (isOver(kept, wish)) return { outcome: 'too_late' }
  // Two phones that counted to the same number: whoever came second is told of a higher one.
  const isSame = kept.seq > seq || (kept.sheet === sheet && kept.prediction === prediction)
  return { outcome: 'saved', seq: isSame ? kept.seq : kept.seq + 1, savedMs: kept.savedMs ?? kept.startedMs }
}

function submit(tx: Tx, events: ContestEvent[], wish: Parameters<Recorder['submit']>[0]): Submitted {
  const { id, mark, nowMs, graceMs } = wish
  const attempt = queries.readAttempt(tx, id)
  if (attempt === undefined) return { outcome: 'missing' }
  if (attempt.state === 'voided') return { outcome: 'ended' }
  if (attempt.state !== 'in_progress') return { outcome: 'submitted', attempt }
  if (isOver(attempt, wish)) return { outcome: 'too_late' }
  const score = mark(attempt.blockId, attempt.paper, attempt.sheet)
  if (queries.markSubmitted(tx, { id, score, nowMs, graceMs })) events.push({ is: 'submitted', attempt: id, at: nowMs })
  return { outcome: 'submitted', attempt: { ...attempt, state: 'submitted', submittedMs: nowMs, score } }
}

function finish(tx: Tx, events: ContestEvent[], wish: Parameters<Recorder['finish']>[0]): boolean {
  const { id, mark, nowMs, graceMs } = wish
  const attempt = queries.readAttempt(tx, id)
  if (attempt === undefined || attempt.state !== 'in_progress' || !isOver(attempt, wish)) return false
  const isEmpty = !/\d/.test(attempt.sheet)
  const state = isEmpty ? 'expired_empty' : 'auto_submitted'
  const score = isEmpty ? 0 : mark(attempt.blockId, attempt.paper, attempt.sheet)
  if (!queries.markFinished(tx, { id, state, score, nowMs, graceMs })) return false
  events.push({ is: state, attempt: id, at: attempt.deadlineMs })
  return true
}

function isOver({ deadlineMs }: { deadlineMs: number }, { nowMs, graceMs }: Timed) {
  return deadlineMs + graceMs < nowMs
}
