import { setTimeout as wait } from 'node:timers/promises'
import type { OaConfig } from '../config.ts'
import type { Db, Tx } from '../db/database.ts'
import type { Sealing } from '../sealing/sealed.ts'
import { type Exchanged, exchange } from './oa-oauth.ts'
import type { TokenJournal, TokenPair } from './oa-token-journal.ts'
import * as queries from './oa-tokens.queries.ts'

/** Refreshed twice in the life of an access token, so that one missed refresh is no outage. */
const REFRESH_AFTER_MS = 12 * 60 * 60_000
/** A refresh token that nobody used for this long is dead. */
const REFRESH_LASTS_MS = 90 * 24 * 60 * 60_000
/** Zalo may still be busy with a question whose answer was lost. */
const RETRY_AFTER_MS = 60_000
/** Longer than the question to Zalo may take. */
const OTHERS_TAKE_MS = 25_000
const LOOK_EVERY_MS = 100
const LOST = 'answer_lost'
const LOST_TWICE = 'answer_lost_twice'

type Settings = {
  db: Db
  write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  now: () => Date
  sealing: Sealing
  oa: OaConfig
  journal: TokenJournal
  /** Told when a person has to look: the grant is lost, or a new pair could not be stored yet. */
  alert: (problem: string) => void
  stopping?: AbortSignal
  retryAfterMs?: number
}
export type Token = { access: string; version: number }
export type OaTokens = ReturnType<typeof createOaTokens>
type Given = { access: string; refresh: string; lastsMs: number }
type Known = { pair: TokenPair; row: queries.TokenRow | undefined }

/** The account's tokens: one refresher, a mark before Zalo is asked, and never a pair that only memory knows. */
export function createOaTokens(settings: Settings) {
  const { db, write, now, sealing, oa, journal, alert, stopping, retryAfterMs = RETRY_AFTER_MS } = settings
  const place = (column: string) => ({ table: 'oa_tokens', column, rowId: oa.oaId })
  let known: TokenPair | undefined
  let lostVersion: number | undefined
  let refreshing: Promise<Token | undefined> | undefined

  /** The journal first: a full disk takes the database's write, never what Zalo has just given. */
  async function keep(pair: TokenPair) {
    journal.keep(pair)
    known = pair
    await store(pair).catch(() => alert('pair_not_stored'))
  }
  async function store({ access, refresh: refreshToken, ...pair }: TokenPair) {
    const accessSealed = sealing.seal(place('access_sealed'), access)
    const refreshSealed = sealing.seal(place('refresh_sealed'), refreshToken)
    await write((tx) => queries.keepPair(tx, oa.oaId, { ...pair, accessSealed, refreshSealed }))
    journal.clear()
  }
  function open({ version, accessExpiresAt, refreshedAt, ...row }: queries.TokenRow): TokenPair {
    const access = sealing.open(place('access_sealed'), row.accessSealed)
    const refreshToken = sealing.open(place('refresh_sealed'), row.refreshSealed)
    return { version, access, refresh: refreshToken, accessExpiresAt, refreshedAt }
  }
  /** The newest pair, which the database may not have been able to take yet. */
  async function load(): Promise<Known | undefined> {
    const left = journal.read()
    const before = await queries.findTokens(db, oa.oaId)
    if (left !== undefined && left.version > (before?.version ?? 0)) await store(left).catch(() => undefined)
    const row = await queries.findTokens(db, oa.oaId)
    const isBehind = left !== undefined && left.version > (row?.version ?? 0)
    known = isBehind ? left : row && open(row)
    return known && { pair: known, row: isBehind ? undefined : row }
  }
  async function current(): Promise<Token | undefined> {
    const pair = known ?? (await load())?.pair
    if (pair === undefined) return undefined
    return pair.accessExpiresAt > now().toISOString() ? tokenOf(pair) : refresh(pair.version)
  }
  /** A pair newer than `seen`, whoever got it; nothing when there is none to be had now. */
  async function refresh(seen: number): Promise<Token | undefined> {
    if (known !== undefined && known.version > seen) return tokenOf(known)
    refreshing ??= refreshOnce(seen).finally(() => {
      refreshing = undefined
    })
    return refreshing
  }
  async function refreshOnce(seen: number): Promise<Token | undefined> {
    const found = await load()
    if (found !== undefined && found.pair.version > seen) return tokenOf(found.pair)
    if (found?.row === undefined || found.row.state === 'needs_reauth') return undefined
    const { row } = found
    if (row.state === 'ready') return spend(row, LOST)
    const sinceMs = now().getTime() - Date.parse(row.inFlightSince ?? '')
    if (sinceMs < retryAfterMs) return awaitOthers(row.version)
    return row.problem === LOST_TWICE ? giveUp(row, LOST_TWICE) : spend(row, LOST_TWICE)
  }
  /** Uses up the refresh token: marked first, so that whoever comes after a crash knows what may have happened. */
  async function spend(row: queries.TokenRow, ifLost: string): Promise<Token | undefined> {
    const mark = { at: now().toISOString(), problem: ifLost }
    if ((await write((tx) => queries.markInFlight(tx, row, mark))) === undefined) return awaitOthers(row.version)
    const grant = { grant_type: 'refresh_token' as const, refresh_token: open(row).refresh }
    const answer = await exchange(oa, grant, stopping)
    return settle(row, answer, ifLost)
  }
  async function settle(row: queries.TokenRow, answer: Exchanged, ifLost: string): Promise<Token | undefined> {
    if (answer.outcome === 'given') {
      const pair = pairOf(answer, row.version + 1)
      await keep(pair)
      return tokenOf(pair)
    }
    if (answer.outcome === 'refused') return giveUp(row, `zalo_${answer.code}`)
    if (answer.outcome === 'later') await write((tx) => queries.markReadyAgain(tx, row))
    else if (ifLost === LOST_TWICE) return giveUp(row, LOST_TWICE)
    else lostVersion = row.version
    return undefined
  }
  async function giveUp({ oaId, version }: queries.TokenRow, problem: string): Promise<undefined> {
    await write((tx) => queries.markNeedsReauth(tx, { oaId, version, problem }))
    alert(problem)
    return undefined
  }
  function pairOf({ access, refresh: refreshToken, lastsMs }: Given, version: number): TokenPair {
    const at = now()
    const accessExpiresAt = new Date(at.getTime() + lastsMs).toISOString()
    return { version, access, refresh: refreshToken, accessExpiresAt, refreshedAt: at.toISOString() }
  }
  /** Another worker is asking: its pair is ours too. One left behind by a crash is never finished. */
  async function awaitOthers(version: number): Promise<Token | undefined> {
    if (lostVersion === version) return undefined
    for (let waited = 0; waited < Math.min(OTHERS_TAKE_MS, retryAfterMs); waited += LOOK_EVERY_MS) {
      const found = await load()
      if (found !== undefined && found.pair.version > version) return tokenOf(found.pair)
      if (found?.row?.state !== 'in_flight' || stopping?.aborted) return undefined
      await wait(LOOK_EVERY_MS)
    }
    return undefined
  }

  return {
    current,
    refresh,
    /** By the clock: renews the pair in time, and ends what a crash or a lost answer has left open. */
    async keepFresh() {
      const found = await load()
      if (found === undefined) return
      const isOld = now().getTime() - Date.parse(found.pair.refreshedAt) >= REFRESH_AFTER_MS
      if (isOld || found.row?.state === 'in_flight') await refresh(found.pair.version)
    },
    /** A pair that somebody has been given by hand, or for a code. */
    async accept(given: Given) {
      const found = await load()
      await keep(pairOf(given, (found?.pair.version ?? 0) + 1))
    },
    /** For whoever shows how it stands: never a token. */
    async describe() {
      const found = await load()
      if (found === undefined) return undefined
      const { accessExpiresAt, refreshedAt } = found.pair
      const refreshExpiresAt = new Date(Date.parse(refreshedAt) + REFRESH_LASTS_MS).toISOString()
      const { state, problem } = found.row ?? { state: 'ready' as const, problem: null }
      return { state, problem, accessExpiresAt, refreshedAt, refreshExpiresAt }
    },
  }
}

function tokenOf({ access, version }: TokenPair): Token {
  return { access, version }
}
