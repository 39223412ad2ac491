import Sqlite from 'libsql'
import {
  findBrokenLink,
  type Link,
  type ReplayedAttempt,
  readEvents,
  replay,
} from '../../server/contests/event-chain.rules.ts'
import { markPaper, type RightAnswer, readPaper, readSheet, writeSheet } from '../../server/contests/paper.rules.ts'

export type Promised = { attemptId: string; seq: number; sheet: number[][]; submitted: string | null }
type Row = {
  id: string
  entry_id: string
  state: string
  paper: string
  sheet: string
  sheet_seq: number
  prediction: number | null
  started_ms: number
  deadline_ms: number
  submitted_ms: number | null
  score: number | null
}

/** What the file holds of one round against what people were promised, counted by a process that has not written it. */
export function auditRush(file: string, promised: readonly Promised[]) {
  const database = new Sqlite(file)
  const rows = database.prepare('SELECT * FROM contest_attempts').all() as Row[]
  const links = database
    .prepare('SELECT seq, at_ms AS atMs, events, prev_hash AS prevHash, hash FROM contest_events ORDER BY seq')
    .all() as Link[]
  const keys = database
    .prepare(
      `SELECT p.place, v.kind, k.key FROM contest_pool p JOIN question_versions v ON v.id = p.version_id
       JOIN question_keys k ON k.version_id = v.id`,
    )
    .all() as { place: number; kind: RightAnswer['kind']; key: string }[]
  const integrity = database.prepare('PRAGMA integrity_check').raw(true).get() as string[]
  database.close()

  const right = new Map(keys.map(({ place, kind, key }) => [place, { kind, key: JSON.parse(key) as number[] }]))
  const markOf = ({ paper, sheet }: Row) =>
    markPaper(readPaper(paper), readSheet(sheet), {
      rightOf: (place) => right.get(place) ?? { kind: 'single', key: [] },
      isVoid: () => false,
    })
  const known = new Map(rows.map((row) => [row.id, row]))
  const told = new Map<string, ReplayedAttempt>()
  for (const { events } of links) replay(told, readEvents(events))
  return {
    attempts: rows.length,
    commits: links.length,
    double: rows.length - new Set(rows.map(({ entry_id }) => entry_id)).size,
    lost: promised.filter((each) => isLost(known.get(each.attemptId), each)).length,
    wronglyMarked: rows.filter((row) => row.state === 'submitted' && row.score !== markOf(row)).length,
    brokenLink: findBrokenLink(links) ?? null,
    toldOtherwise: rows.filter((row) => !isTold(told.get(row.id), row)).length + Math.abs(told.size - rows.length),
    damaged: integrity[0] === 'ok' ? 0 : 1,
  }
}

/** An answer that was acknowledged and is not there; one that was not may be. */
function isLost(row: Row | undefined, { seq, sheet, submitted }: Promised) {
  if (row === undefined || row.sheet_seq < seq) return true
  if (seq > 0 && row.sheet_seq === seq && row.sheet !== writeSheet(sheet)) return true
  return submitted !== null && row.state !== 'submitted'
}

function isTold(told: ReplayedAttempt | undefined, row: Row) {
  return (
    told !== undefined &&
    told.entryId === row.entry_id &&
    told.paper === row.paper &&
    told.sheet === row.sheet &&
    told.sheetSeq === row.sheet_seq &&
    told.prediction === row.prediction &&
    told.state === row.state &&
    told.startedMs === row.started_ms &&
    told.deadlineMs === row.deadline_ms &&
    told.submittedMs === row.submitted_ms
  )
}
