import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'libsql'
import { report } from '../feedback/reporting.ts'
import { openPhone } from '../world/citizens.ts'
import { seededRandom } from './seeded-random.ts'
import { startServerProcess } from './server-process.ts'

export type ReportFigures = {
  kills: number
  acknowledged: number
  lost: number
  /** Reports in the file that lack their history, clock, audit row, agreement or notice. */
  halfKept: number
  damaged: number
}

const AT_ONCE = 12
const REPORTS_A_PHONE = 5
const LONGEST_BEFORE_KILL_MS = 400

/**
 * A server that takes reports through its door is killed at moments drawn from `seed` and started again on the same
 * file. `mutant` writes the notice after the report instead of with it: some report must be found without one.
 */
export async function killWhileReporting({
  kills,
  seed,
  mutant = '',
}: {
  kills: number
  seed: number
  mutant?: '' | 'late-notice'
}): Promise<ReportFigures> {
  const random = seededRandom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'cchc-reports-'))
  const acknowledged: string[] = []
  const main = mutant === '' ? undefined : join(import.meta.dirname, 'late-notice-server.ts')
  for (let at = 0; at < kills; at += 1) {
    const server = await startServerProcess(folder, { TRUST_PROXY: 'yes' }, main)
    if (!(await server.ready)) throw new Error((await server.ended).output)
    let isAlive = true
    const writing = Array.from({ length: AT_ONCE }, () => writeOn(server.url, acknowledged, () => isAlive))
    const before = acknowledged.length
    while (acknowledged.length === before) await wait(5)
    await wait(random() * LONGEST_BEFORE_KILL_MS)
    server.kill('SIGKILL')
    isAlive = false
    await Promise.all([...writing, server.ended])
  }
  const figures = { kills, acknowledged: acknowledged.length, ...tally(join(folder, 'cchc.db'), acknowledged) }
  rmSync(folder, { recursive: true, force: true })
  return figures
}

/** People one after another, five reports each, until nobody answers. */
async function writeOn(url: string, acknowledged: string[], isAlive: () => boolean) {
  try {
    for (;;) {
      const phone = openPhone(url)
      await phone.signIn()
      for (let number = 0; number < REPORTS_A_PHONE; number += 1) {
        const { status, body } = await phone.post<{ code: string }>('/api/feedback', report())
        if (status !== 201) throw new Error(`answered ${status}`)
        acknowledged.push(body.code)
      }
    }
  } catch (error) {
    // Cut off in the middle of an answer: then nothing was promised.
    if (isAlive()) throw error
  }
}

const WHOLE = [
  "1 = (SELECT count(*) FROM report_events WHERE report_id = r.id AND kind = 'sent')",
  '1 = (SELECT count(*) FROM report_clocks WHERE report_id = r.id)',
  '1 = (SELECT count(*) FROM report_contacts WHERE report_id = r.id)',
  "1 = (SELECT count(*) FROM audit_entries WHERE subject_kind = 'report' AND subject_id = r.id AND action = 'report.receive')",
  "1 = (SELECT count(*) FROM outbox_messages WHERE dedupe_key = 'report_received ' || r.id)",
]

function tally(file: string, acknowledged: string[]) {
  const database = new Sqlite(file)
  const column = (sql: string) => (database.prepare(sql).raw(true).all() as unknown[][]).map(([value]) => value)
  const known = new Set(column('SELECT code FROM reports'))
  const [halfKept] = column(`SELECT count(*) FROM reports AS r WHERE NOT (${WHOLE.join(' AND ')})`)
  const undelivered = column(`SELECT count(*) FROM outbox_messages AS o WHERE (o.state = 'sent') <>
    EXISTS (SELECT 1 FROM inbox_messages WHERE id = o.id)`)
  const [integrity] = column('PRAGMA integrity_check')
  database.close()
  return {
    lost: acknowledged.filter((code) => !known.has(code)).length,
    halfKept: Number(halfKept) + Number(undelivered[0]),
    damaged: integrity === 'ok' ? 0 : 1,
  }
}
