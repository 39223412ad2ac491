import type { Tx } from '../db/database.ts'
import { hotChange, hotStatement } from '../db/hot-statement.ts'
import type { AttemptState } from './contests.schemas.ts'
import { CHAIN_START, type ContestEvent, hashLink, writeEvents } from './event-chain.rules.ts'

/** An attempt as the recorder finds it. */
export type Standing = {
  id: string
  number: number
  state: AttemptState
  blockId: string
  paper: string
  sheet: string
  seq: number
  prediction: number | null
  startedMs: number
  deadlineMs: number
  savedMs: number | null
  submittedMs: number | null
  score: number | null
}
type StandingRow = [
  ...[string, number, AttemptState, string, string, string, number],
  ...[number | null, number, number, number | null, number | null, number | null],
]

const attemptById = hotStatement<StandingRow, [string]>(`
  SELECT a.id, a.number, a.state, e.block_id, a.paper, a.sheet, a.sheet_seq,
    a.prediction, a.started_ms, a.deadline_ms, a.saved_ms, a.submitted_ms, a.score
  FROM contest_attempts a JOIN contest_entries e ON e.id = a.entry_id WHERE a.id = ?`)
const openAttempt = hotStatement<[string], [string, string]>(
  `SELECT id FROM contest_attempts WHERE round_id = ? AND entry_id = ? AND state = 'in_progress'`,
)
const standing = hotStatement<[string, string, number, number, number], [string, string]>(`
  SELECT r.state, e.status, r.version, c.version,
    (SELECT count(*) FROM contest_attempts a WHERE a.round_id = r.id AND a.entry_id = e.id)
  FROM contest_rounds r JOIN contests c ON c.id = r.contest_id JOIN contest_entries e ON e.contest_id = c.id
  WHERE r.id = ? AND e.id = ?`)
const begin = hotStatement<
  [number],
  [string, number, number, string, string, string, number, number, number, number, number]
>(`
  INSERT INTO contest_attempts (id, round_id, entry_id, number, state, started_ms, deadline_ms, paper, sheet, sheet_seq)
  SELECT ?1, r.id, e.id, (SELECT count(*) + 1 FROM contest_attempts a WHERE a.round_id = r.id AND a.entry_id = e.id),
    'in_progress', ?2, ?3, ?4, '', 0
  FROM contest_rounds r JOIN contests c ON c.id = r.contest_id JOIN contest_entries e ON e.contest_id = c.id
  WHERE r.id = ?5 AND e.id = ?6 AND r.state IN ('scheduled', 'open') AND e.status <> 'removed'
    AND ?2 >= ?7 AND ?2 < ?8 AND r.version = ?9 AND c.version = ?10
    AND NOT EXISTS (SELECT 1 FROM contest_attempts a
      WHERE a.round_id = r.id AND a.entry_id = e.id AND a.state = 'in_progress')
    AND (SELECT count(*) FROM contest_attempts a WHERE a.round_id = r.id AND a.entry_id = e.id) < ?11
  ON CONFLICT DO NOTHING RETURNING number`)
const save = hotChange<[string, number, number | null, number, string, number, number, number]>(`
  UPDATE contest_attempts SET sheet = ?, sheet_seq = ?, prediction = ?, saved_ms = ?
  WHERE id = ? AND state = 'in_progress' AND sheet_seq < ? AND deadline_ms + ? >= ?`)
const submit = hotStatement<[number], [number, number, string, number, number]>(`
  UPDATE contest_attempts SET state = 'submitted', submitted_ms = ?, score = ?
  WHERE id = ? AND state = 'in_progress' AND deadline_ms + ? >= ? RETURNING 1`)
const finish = hotStatement<[number], [string, number, string, number, number]>(`
  UPDATE contest_attempts SET state = ?, submitted_ms = deadline_ms, score = ?
  WHERE id = ? AND state = 'in_progress' AND deadline_ms + ? < ? RETURNING 1`)

const chainHead = hotStatement<[string], []>('SELECT hash FROM contest_events ORDER BY seq DESC LIMIT 1')
const addLink = hotStatement<never, [number, string, string, string]>(
  'INSERT INTO contest_events (at_ms, events, prev_hash, hash) VALUES (?, ?, ?, ?)',
)

export function readAttempt(tx: Tx, id: string): Standing | undefined {
  const [row] = attemptById(tx, id)
  if (row === undefined) return undefined
  const [, number, state, blockId, paper, sheet, seq, prediction, startedMs, deadlineMs, savedMs, submittedMs, score] =
    row
  return {
    ...{ id, number, state, blockId, paper, sheet, seq, prediction },
    ...{ startedMs, deadlineMs, savedMs, submittedMs, score },
  }
}

export function readOpenAttempt(tx: Tx, roundId: string, entryId: string): Standing | undefined {
  const [row] = openAttempt(tx, roundId, entryId)
  return row && readAttempt(tx, row[0])
}

export type NewAttempt = {
  id: string
  roundId: string
  entryId: string
  startedMs: number
  deadlineMs: number
  paper: string
  opensMs: number
  closesMs: number
  /** What the paper was drawn from; nothing is begun when it has changed since. */
  roundVersion: number
  contestVersion: number
  most: number
}

/** The number of the attempt; nothing when the round is not open, there is one open already, or none is left. */
export function insertAttempt(tx: Tx, made: NewAttempt): number | undefined {
  const { id, roundId, entryId, startedMs, deadlineMs, paper, opensMs, closesMs, roundVersion, contestVersion, most } =
    made
  const args = [id, startedMs, deadlineMs, paper, roundId, entryId, opensMs, closesMs] as const
  return begin(tx, ...args, roundVersion, contestVersion, most)[0]?.[0]
}

/** Why none was begun. */
export function readStanding(tx: Tx, roundId: string, entryId: string) {
  const [row] = standing(tx, roundId, entryId)
  if (row === undefined) return undefined
  const [roundState, entryStatus, roundVersion, contestVersion, attempts] = row
  return { roundState, entryStatus, roundVersion, contestVersion, attempts }
}

export type NewSheet = { id: string; sheet: string; seq: number; prediction: number | null; nowMs: number }
type Grace = { graceMs: number }

/** False when a later sheet is there, the paper is in, or its time and the grace are over. */
export function updateSheet(tx: Tx, { id, sheet, seq, prediction, nowMs, graceMs }: NewSheet & Grace): boolean {
  return save(tx, sheet, seq, prediction, nowMs, id, seq, graceMs, nowMs) > 0
}

export function markSubmitted(
  tx: Tx,
  { id, score, nowMs, graceMs }: { id: string; score: number; nowMs: number } & Grace,
) {
  return submit(tx, nowMs, score, id, graceMs, nowMs).length > 0
}

export function markFinished(
  tx: Tx,
  { id, state, score, nowMs, graceMs }: { id: string; state: AttemptState; score: number; nowMs: number } & Grace,
) {
  return finish(tx, state, score, id, graceMs, nowMs).length > 0
}

/** One link of the chain for all that this commit carries; in the same transaction as what it tells of. */
export function appendEvents(tx: Tx, atMs: number, events: readonly ContestEvent[]) {
  if (events.length === 0) return
  const prevHash = chainHead(tx)[0]?.[0] ?? CHAIN_START
  const text = writeEvents(events)
  addLink(tx, atMs, text, prevHash, hashLink({ prevHash, atMs, events: text }))
}
