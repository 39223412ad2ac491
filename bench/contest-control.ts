import { join } from 'node:path'
import Sqlite from 'libsql'
import { hashToken, readBearer } from '../server/citizens/sessions.rules.ts'
import type { Standing } from '../server/contests/recorder.queries.ts'
import type { Recorder } from '../server/contests/recorder.ts'
import type { Citizen } from '../server/ctx.ts'
import type { IdentifyCitizen } from '../server/http/api.ts'

/**
 * What answers in the database's place: who somebody is and what was saved is looked up in memory, and nothing is
 * written. The papers, their tokens, the marking and all of HTTP are the service's own.
 */
export async function standIns(dataDir: string): Promise<{ recorder: Recorder; identifyCitizen: IdentifyCitizen }> {
  const people = new Map<string, Citizen>()
  const entrants = new Map<string, { id: string; blockId: string; status: 'counted' }>()
  const database = new Sqlite(join(dataDir, 'cchc.db'))
  const rows = database
    .prepare(
      `SELECT s.token_hash, s.id, s.citizen_id, e.id, e.block_id FROM citizen_sessions s
       JOIN contest_entries e ON e.citizen_id = s.citizen_id`,
    )
    .raw(true)
    .all() as string[][]
  for (const [tokenHash = '', sessionId = '', citizenId = '', entryId = '', blockId = ''] of rows) {
    people.set(tokenHash, { kind: 'citizen', id: citizenId, via: 'zalo', sessionId })
    entrants.set(citizenId, { id: entryId, blockId, status: 'counted' })
  }
  database.close()
  return {
    identifyCitizen: async (authorization) => people.get(hashToken(readBearer(authorization) ?? '')),
    recorder: recordInMemory(entrants),
  }
}

function recordInMemory(entrants: Map<string, { id: string; blockId: string; status: 'counted' }>): Recorder {
  const papers = new Map<string, Standing>()
  const blocks = new Map([...entrants.values()].map(({ id, blockId }) => [id, blockId]))
  return {
    entrant: async (_, citizenId) => entrants.get(citizenId),
    async begin({ id, entryId, paper, nowMs, deadlineMs }) {
      const attempt: Standing = {
        ...{ id, number: 1, state: 'in_progress', blockId: blocks.get(entryId) ?? '', paper, sheet: '', seq: 0 },
        ...{ prediction: null, startedMs: nowMs, deadlineMs, savedMs: null, submittedMs: null, score: null },
      }
      papers.set(id, attempt)
      return { outcome: 'begun', attempt }
    },
    async save({ id, sheet, seq, nowMs }) {
      const attempt = papers.get(id)
      if (attempt === undefined) return { outcome: 'missing' }
      Object.assign(attempt, { sheet, seq, savedMs: nowMs })
      return { outcome: 'saved', seq, savedMs: nowMs }
    },
    async submit({ id, mark, nowMs }) {
      const attempt = papers.get(id)
      if (attempt === undefined) return { outcome: 'missing' }
      const score = mark(attempt.blockId, attempt.paper, attempt.sheet)
      return { outcome: 'submitted', attempt: { ...attempt, state: 'submitted', submittedMs: nowMs, score } }
    },
    finish: async () => false,
  }
}
