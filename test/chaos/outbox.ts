import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'libsql'
import { seededRandom } from './seeded-random.ts'
import { grant, type Mutant, prepareSending, startSender } from './sender-process.ts'

const SEND = '/v3.0/oa/message/cs'
const HISTORY = '/v2.0/oa/conversation'
const PEOPLE = 10
const MESSAGES_A_KILL = 20
/** Long enough for some answers to be written down, too short for all. */
const LONGEST_AFTERLIFE_MS = 150
const POISON = 5
const LONGEST_LIFE_MS = 2_500
const LONGEST_DRAIN_MS = 60_000
const LOOK_EVERY_MS = 100

/** How often a sender was killed, and what became of what was to be said. */
export type OutboxFigures = {
  kills: number
  messages: number
  missing: number
  /** More than one copy of a message, and more than its lost answers would excuse. */
  duplicates: number
  disordered: number
  dead: number
  poison: number
  drainedMs: number | null
}

/**
 * Kills a process that sends to a Zalo which loses `fault` of what it is asked: before, after or instead of carrying it
 * out. Afterwards Zalo is well again, and everything must have arrived once, in order, but what Zalo refuses for good.
 */
export async function killSenders({
  kills,
  seed,
  fault,
  mutant = '',
}: {
  kills: number
  seed: number
  fault: number
  mutant?: Mutant
}): Promise<OutboxFigures> {
  const random = seededRandom(seed)
  const each = Math.ceil((kills * MESSAGES_A_KILL) / PEOPLE)
  const texts = Array.from({ length: PEOPLE }, (_, person) =>
    Array.from({ length: each }, (_, place) => `tin ${person}.${place}`),
  )
  // In the middle of the first people's messages: those behind it must go on.
  for (let at = 0; at < POISON; at += 1) texts[at]?.splice(1, 0, '')
  const account = await prepareSending(texts)
  await grant(account)
  const { folder, zalo } = account
  for (const [at, kind] of (['reset', 'lost_answer', 'server_error'] as const).entries())
    zalo.state.setFault({ endpoint: SEND, fault: kind, chance: fault / 3, seed: seed * 10 + at })
  zalo.state.setFault({ endpoint: HISTORY, fault: 'reset', chance: fault, seed })
  const heard = () => zalo.oa.lines().filter(({ by }) => by === 'oa').length
  const wish = { folder, url: zalo.url, mutant, dieAt: '' as const }
  for (let at = 0; at < kills; at += 1) {
    const sender = await startSender(wish)
    const enough = heard() + 1 + random() * PEOPLE
    const until = Date.now() + LONGEST_LIFE_MS
    while (heard() < enough && Date.now() < until) await wait(5)
    await wait(random() * LONGEST_AFTERLIFE_MS)
    await sender.kill()
  }
  zalo.state.clearFaults()
  const healedAt = Date.now()
  const sender = await startSender(wish)
  const isDrained = await drain(folder, () => Date.now() - healedAt < LONGEST_DRAIN_MS)
  const drainedMs = isDrained ? Date.now() - healedAt : null
  await sender.kill()
  const figures = { kills, ...tally(folder, texts, (userId) => zalo.oa.lines(userId)), drainedMs }
  await zalo.stop()
  rmSync(folder, { recursive: true, force: true })
  return figures
}

/** A second reader of the file, while the sender writes. */
async function drain(folder: string, mayGoOn: () => boolean) {
  while (mayGoOn()) {
    const open = readStates(folder).filter((state) => !['sent', 'failed'].includes(state))
    if (open.length === 0) return true
    await wait(LOOK_EVERY_MS)
  }
  return false
}

function readStates(folder: string): string[] {
  const database = new Sqlite(join(folder, 'cchc.db'), { readonly: true })
  try {
    return (database.prepare('SELECT state FROM chat_outgoing').raw(true).all() as string[][]).map(
      ([state = '']) => state,
    )
  } finally {
    database.close()
  }
}

function tally(
  folder: string,
  texts: string[][],
  linesOf: (userId: string) => readonly { by: string; text: string }[],
): Omit<OutboxFigures, 'kills' | 'drainedMs'> {
  let [missing, duplicates, disordered] = [0, 0, 0]
  for (const [at, wanted] of texts.entries()) {
    const said = linesOf(String(7_000_000_000 + at)).filter(({ by }) => by === 'oa')
    const got = said.map(({ text }) => text)
    const first = [...new Set(got)]
    const due = wanted.filter((text) => text !== '')
    missing += due.filter((text) => !first.includes(text)).length
    duplicates += got.length - first.length
    const arrived = due.filter((text) => first.includes(text))
    disordered += first.filter((text, place) => text !== arrived[place]).length
  }
  const dead = readStates(folder).filter((state) => state === 'failed').length
  return { messages: texts.flat().length, missing, duplicates, disordered, dead, poison: POISON }
}

/** Everything arrived once and in order, but for what Zalo refuses for good, which staff can see. */
export function holdsOutbox({ missing, duplicates, disordered, dead, poison, drainedMs }: OutboxFigures) {
  return missing + duplicates + disordered === 0 && dead === poison && drainedMs !== null
}
