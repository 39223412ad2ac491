import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import Sqlite from 'libsql'
import { type DeathPoint, grant, prepareSending, type SenderWish, startSender } from './sender-process.ts'

/** Before Zalo is asked; after Zalo has given the pair; when it has arrived; when it stands in the journal. */
export const DEATH_POINTS = ['marked', 'given', 'answered', 'kept'] as const
type Point = (typeof DEATH_POINTS)[number]
const MESSAGES = ['một', 'hai', 'ba']
const LONGEST_SETTLING_MS = 60_000
const LOOK_EVERY_MS = 50

export type TokenFigures = {
  kills: number
  ready: number
  needsReauth: number
  /** Neither a working pair nor a call for help within a minute. */
  stuck: number
  unalerted: number
  dropped: number
  doubled: number
}

/**
 * Kills a sender at one moment of a renewal and starts it again: it ends with a working pair, or it says that a person
 * is needed; then the account is granted anew. Nothing that was to be said is dropped or said twice.
 */
export async function killRefreshers({ kills, points = DEATH_POINTS }: { kills: number; points?: readonly Point[] }) {
  const figures: TokenFigures = { kills: 0, ready: 0, needsReauth: 0, stuck: 0, unalerted: 0, dropped: 0, doubled: 0 }
  for (const point of points) for (let at = 0; at < kills; at += 1) await killOnce(point, figures)
  return figures
}

async function killOnce(point: Point, figures: TokenFigures) {
  const account = await prepareSending([MESSAGES])
  const { folder, zalo } = account
  await grant(account, { isOld: true })
  const wish: SenderWish = { folder, url: zalo.url, mutant: '', dieAt: '' }
  const dieAt: DeathPoint = point === 'given' ? '' : point
  const { refresh } = zalo.tokens
  let pid = 0
  if (point === 'given')
    zalo.tokens.refresh = (token) => {
      const pair = refresh(token)
      if (pid > 0) process.kill(pid, 'SIGKILL')
      return pair
    }
  const first = await startSender({ ...wish, dieAt })
  pid = first.pid
  await first.ended
  zalo.tokens.refresh = refresh
  const second = await startSender(wish)
  const state = await settled(folder)
  figures.kills += 1
  if (state === 'ready') figures.ready += 1
  else if (state === 'needs_reauth') figures.needsReauth += 1
  else figures.stuck += 1
  if (state === 'needs_reauth') {
    await wait(LOOK_EVERY_MS)
    if (!second.output().includes('alert')) figures.unalerted += 1
    await second.kill()
    await grant(account)
  }
  const last = state === 'needs_reauth' ? await startSender(wish) : second
  const heard = () => zalo.oa.lines().flatMap(({ by, text }) => (by === 'oa' ? text : []))
  for (let waited = 0; heard().length < MESSAGES.length && waited < LONGEST_SETTLING_MS; waited += LOOK_EVERY_MS)
    await wait(LOOK_EVERY_MS)
  await last.kill()
  figures.dropped += MESSAGES.filter((text) => !heard().includes(text)).length
  figures.doubled += heard().length - new Set(heard()).size
  await zalo.stop()
  rmSync(folder, { recursive: true, force: true })
}

/** A renewed pair, or a call for help; whatever it is after a minute. */
async function settled(folder: string) {
  let [state, version] = readState(folder)
  for (let waited = 0; waited < LONGEST_SETTLING_MS; waited += LOOK_EVERY_MS) {
    if (state === 'needs_reauth' || (state === 'ready' && version === 2)) return state
    await wait(LOOK_EVERY_MS)
    ;[state, version] = readState(folder)
  }
  return 'stuck'
}

function readState(folder: string): [string, number] {
  const database = new Sqlite(join(folder, 'cchc.db'), { readonly: true })
  try {
    const [row] = database.prepare('SELECT state, version FROM oa_tokens').raw(true).all() as [string, number][]
    return row ?? ['none', 0]
  } finally {
    database.close()
  }
}

export function holdsTokens({ kills, ready, needsReauth, stuck, unalerted, dropped, doubled }: TokenFigures) {
  return ready + needsReauth === kills && stuck + unalerted + dropped + doubled === 0
}
