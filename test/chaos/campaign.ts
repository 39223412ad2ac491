import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'libsql'
import { startSimulator } from '../../simulator/start.ts'
import { chatSettings } from '../world/chat.ts'
import { userIdOf } from './campaign-rows.ts'
import { seededRandom } from './seeded-random.ts'

const CLOCK_STARTS = Date.parse('2026-11-23T02:00:00Z')
/** What may have been sent is looked for after a minute. */
const BETWEEN_RUNS_MS = 65_000
const MOST_RUNS = 30
const KEY = 'seals what citizens tell in chaos runs'

type Simulator = Awaited<ReturnType<typeof startSimulator>>

/**
 * The sender of a campaign killed when so many people are written down, and again when so many have been written to:
 * afterwards everybody has one outcome and has read one message. `message-later` writes a message after its recipient.
 */
export async function killSender({
  people,
  killAt,
  seed,
  mutant = '',
}: {
  people: number
  /** A kill for each: at how many recipients, then at how many messages that have left. */
  killAt: { recipients: number; sent: number }
  seed: number
  mutant?: '' | 'message-later'
}) {
  const random = seededRandom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'cchc-campaign-'))
  let aheadMs = CLOCK_STARTS - Date.now()
  const clock = () => new Date(Date.now() + aheadMs)
  const zalo = await startSimulator({ port: 0, apps: [{ id: '1000', secret: 'x' }], now: clock })
  for (let at = 0; at < people; at += 1) follow(zalo, at)
  const env = { ...chatSettings(zalo), ZALO_OA_RATE: '1000000', CITIZEN_DATA_KEY: KEY }
  const file = join(folder, 'cchc.db')
  const run = (killIf: () => boolean) => runSender({ folder, people, aheadMs, env, mutant, killIf })
  const nextRun = () => {
    aheadMs += BETWEEN_RUNS_MS
  }

  const recipients = killAt.recipients + Math.floor(random() * 20)
  await run(() => count(file, 'campaign_recipients') >= recipients)
  nextRun()
  await run(() => count(file, "chat_outgoing WHERE state = 'sent'") >= killAt.sent)
  let runs = 2
  for (let ended = ''; ended !== 'done' && runs < MOST_RUNS; runs += 1) {
    nextRun()
    ended = await run(() => false)
  }
  const heard = Array.from(
    { length: people },
    (_, at) => zalo.oa.lines(userIdOf(at)).filter(({ by }) => by === 'oa').length,
  )
  await zalo.stop()
  const figures = {
    ...{ people, runs, recipients: count(file, 'campaign_recipients'), outcomes: countDistinct(file) },
    withoutMessage: count(file, 'campaign_recipients WHERE outgoing_id IS NULL'),
    sent: count(file, "chat_outgoing WHERE state = 'sent'"),
    heardNever: heard.filter((times) => times === 0).length,
    heardTwice: heard.filter((times) => times > 1).length,
  }
  rmSync(folder, { recursive: true, force: true })
  return figures
}

function follow({ state, oa }: Simulator, at: number) {
  const oaUserId = userIdOf(at)
  state.addPerson({
    id: `4${oaUserId.slice(1)}`,
    name: `Người ${at}`,
    phone: `849${String(at).padStart(8, '0')}`,
    oaUserId,
  })
  const person = oa.find(oaUserId)
  if (!person) throw new Error('the simulator knows nobody of this name')
  person.isFollower = true
  oa.interact(person)
}

type Run = {
  folder: string
  people: number
  aheadMs: number
  env: Record<string, string>
  mutant: string
  killIf: () => boolean
}

/** Its last line, when it was not killed. */
async function runSender({ folder, people, aheadMs, env, mutant, killIf }: Run): Promise<string> {
  const script = mutant === '' ? 'campaign-sender.ts' : 'message-later-sender.ts'
  const args = ['--import', 'tsx', join(import.meta.dirname, script), folder, String(people), String(aheadMs)]
  const sender = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  let isOver = false
  sender.stdout.on('data', (chunk) => {
    printed += chunk
  })
  const ended = new Promise<void>((resolve) => sender.on('close', () => resolve()))
  void ended.then(() => {
    isOver = true
  })
  while (!isOver) {
    if (printed.includes('ready') && killIf()) sender.kill('SIGKILL')
    await Promise.race([ended, wait(2)])
  }
  return printed.trim().split('\n').at(-1) ?? ''
}

function read(file: string, sql: string): number {
  if (!existsSync(file)) return 0
  const database = new Sqlite(file, { readonly: true })
  try {
    const [row] = database.prepare(sql).raw(true).all() as unknown[][]
    return Number(row?.[0] ?? 0)
  } finally {
    database.close()
  }
}

const count = (file: string, rows: string) => read(file, `SELECT count(*) FROM ${rows}`)
const countDistinct = (file: string) =>
  read(file, "SELECT count(DISTINCT person_id) FROM chat_outgoing WHERE campaign_send_id = 'the-sending'")
