import { createHash } from 'node:crypto'
import { createChance } from './chance.ts'
import type { Event } from './events.ts'
import type { OaSettings, Weather } from './oa-settings.ts'

const MINUTE_MS = 60_000
/** After each failure; after the last one Zalo sends the app nothing more until somebody switches it on again. */
const LADDER_MS = [MINUTE_MS / 2, 5 * MINUTE_MS, 15 * MINUTE_MS, 30 * MINUTE_MS, 60 * MINUTE_MS]
const LOOK_MS = 250
const FLUSH_MS = 300

/** What is wrong with one event on purpose, or only unusual in how it is written. */
export type Mangle = 'wrong_signature' | 'reserialised' | 'number_timestamp' | 'escaped' | 'newline'
export type Parcel = {
  id: number
  event: string
  lane: string
  url: string
  body: Buffer
  headers: Record<string, string>
  attempts: { at: number; outcome: number | 'timeout' | 'no_connection' }[]
  dueAt: number
  state: 'waiting' | 'on_the_way' | 'delivered' | 'failed' | 'dropped'
}

export type Delivery = ReturnType<typeof createDelivery>

/** Brings events to the service as Zalo does: two seconds, then again after half a minute, and so on. */
export function createDelivery({
  time,
  settings,
  weather,
}: {
  time: () => number
  settings: OaSettings
  weather: Weather
}) {
  const parcels: Parcel[] = []
  const waiting = new Set<Parcel>()
  const lanes = new Map<string, Promise<void>>()
  const held = new Map<string, Parcel>()
  const underway = new Set<Promise<void>>()
  let isSubscribed = true
  let chance = createChance(weather.seed)
  const hits = (percent: number) => percent > 0 && chance() * 100 < percent
  const look = setInterval(runDue, LOOK_MS)
  look.unref()

  function post(lane: string, url: string, name: string, sealed: { body: Buffer; headers: Record<string, string> }) {
    const dueAt = time() + (weather.delayMs > 0 ? Math.floor(chance() * weather.delayMs) : 0)
    const state = isSubscribed ? 'waiting' : 'dropped'
    const parcel: Parcel = { id: parcels.length + 1, event: name, lane, url, ...sealed, attempts: [], dueAt, state }
    parcels.push(parcel)
    if (!isSubscribed) return parcel
    if (parcel.dueAt > time()) waiting.add(parcel)
    else if (hits(weather.reorderPercent) && !held.has(lane)) {
      held.set(lane, parcel)
      setTimeout(flush, FLUSH_MS, lane).unref()
    } else {
      send(parcel)
      flush(lane)
    }
    return parcel
  }

  function flush(lane: string) {
    const late = held.get(lane)
    held.delete(lane)
    if (late) send(late)
  }

  function send(parcel: Parcel) {
    waiting.delete(parcel)
    parcel.state = 'on_the_way'
    const before = weather.inTurn ? (lanes.get(parcel.lane) ?? Promise.resolve()) : Promise.resolve()
    const mine = before.then(() => attempt(parcel))
    lanes.set(parcel.lane, mine)
    underway.add(mine)
    void mine.finally(() => {
      underway.delete(mine)
      if (lanes.get(parcel.lane) === mine) lanes.delete(parcel.lane)
    })
  }

  async function attempt(parcel: Parcel) {
    const outcome = await carry(parcel)
    parcel.attempts.push({ at: time(), outcome })
    const isDone = outcome === 200 || (outcome !== 'no_connection' && weather.retries === 'no_connection')
    if (isDone) {
      parcel.state = outcome === 200 ? 'delivered' : 'failed'
      return
    }
    const pause = LADDER_MS[parcel.attempts.length - 1]
    if (pause === undefined) {
      parcel.state = 'failed'
      isSubscribed = false
      for (const other of waiting) other.state = 'dropped'
      waiting.clear()
      return
    }
    parcel.state = 'waiting'
    parcel.dueAt = time() + pause
    waiting.add(parcel)
  }

  async function carry({ url, body, headers, attempts }: Parcel): Promise<number | 'timeout' | 'no_connection'> {
    const retry: Record<string, string> = attempts.length > 0 ? { num_retry: String(attempts.length) } : {}
    const signal = AbortSignal.timeout(weather.timeoutMs)
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers, ...retry },
        body: new Uint8Array(body),
        signal,
      })
      await response.arrayBuffer()
      return response.status
    } catch {
      return signal.aborted ? 'timeout' : 'no_connection'
    }
  }

  function runDue() {
    const due = [...waiting].filter(({ dueAt }) => dueAt <= time())
    for (const parcel of due.sort((one, other) => one.dueAt - other.dueAt || one.id - other.id)) send(parcel)
  }

  return {
    weather,
    parcels: (): readonly Parcel[] => parcels,
    isSubscribed: () => isSubscribed,
    /** What a developer does in Zalo's console after the address failed too often. */
    subscribe() {
      isSubscribed = true
    },
    /** Draws anew from the weather's seed. */
    reseed() {
      chance = createChance(weather.seed)
    },
    /** Signs an event of the account and sends it on its way; one person's go in one lane. */
    deliver(lane: string, event: Event, wanted?: Mangle) {
      if (weather.oaUrl === null) return
      const mangle = wanted ?? drawMangle(hits, weather)
      const sealed = sealEvent(event, settings, mangle)
      const name = String(event.event_name)
      post(lane, weather.oaUrl, name, sealed)
      if (hits(weather.duplicatePercent)) post(lane, weather.oaUrl, name, sealed)
    },
    /** Anything else: another address, other bytes. */
    post,
    runDue,
    /** Until nothing is on its way any more; what waits for the clock goes on waiting. */
    async settled() {
      for (const lane of [...held.keys()]) flush(lane)
      runDue()
      while (underway.size > 0) await Promise.all(underway)
    },
    stop: () => clearInterval(look),
  }
}

function drawMangle(hits: (percent: number) => boolean, weather: Weather): Mangle | undefined {
  if (hits(weather.wrongSignaturePercent)) return 'wrong_signature'
  if (hits(weather.reserialisedPercent)) return 'reserialised'
  if (hits(weather.numberTimestampPercent)) return 'number_timestamp'
  return undefined
}

/** The bytes of an event, and the header over exactly these bytes. */
export function sealEvent(
  event: Event,
  { appId, secretKey }: Pick<OaSettings, 'appId' | 'secretKey'>,
  mangle?: Mangle,
): { body: Buffer; headers: Record<string, string> } {
  const body = Buffer.from(writeEvent(event, mangle))
  const secret = mangle === 'wrong_signature' ? `${secretKey}x` : secretKey
  const mac = createHash('sha256').update(appId).update(body).update(event.timestamp).update(secret).digest('hex')
  const sent = mangle === 'reserialised' ? Buffer.from(JSON.stringify(event, null, 1)) : body
  return { body: sent, headers: { 'x-zevent-signature': `mac=${mac}` } }
}

function writeEvent(event: Event, mangle: Mangle | undefined) {
  const plain = JSON.stringify(mangle === 'number_timestamp' ? { ...event, timestamp: Number(event.timestamp) } : event)
  if (mangle === 'newline') return `${plain}\n`
  if (mangle !== 'escaped') return plain
  return plain.replace(/[^\x20-\x7e]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
}
