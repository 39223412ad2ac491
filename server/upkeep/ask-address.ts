import { lookup } from 'node:dns/promises'
import { type IncomingMessage, type RequestOptions, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP } from 'node:net'
import type { LinkProblem } from './links.schemas.ts'
import { hostOf, isOpenPlace, type Place, portOf, readWebAddress } from './open-addresses.ts'

/** What came of asking for an address; `movedTo` where every step from the first on was a permanent one. */
export type LinkAnswer =
  | { outcome: 'answered'; status: number; movedTo: string | null }
  | { outcome: 'failed'; problem: LinkProblem }
export type AskAddress = (address: string, stopping: AbortSignal) => Promise<LinkAnswer>

type Settings = {
  userAgent: string
  /** Which machines may be connected to; tests let their own server in. */
  isAllowed?: (place: Place) => boolean
  resolve?: (host: string) => Promise<string[]>
  timeoutMs?: number
}
type Step = { status: number; location: string | undefined }

const TIMEOUT_MS = 8_000
const MOST_REDIRECTS = 5
const MOST_HEADER_BYTES = 32 * 1024
const REDIRECTS = new Set([301, 302, 303, 307, 308])
const PERMANENT = new Set([301, 308])
/** Servers that refuse to tell the head alone. */
const ASK_WHOLE = new Set([403, 405, 501])

class Refused extends Error {
  constructor(readonly problem: LinkProblem) {
    super(problem)
  }
}

/** Asks whether an address answers, without ever connecting to a machine that is not on the open internet. */
export function createAsk({
  userAgent,
  isAllowed = isOpenPlace,
  resolve = resolveHost,
  timeoutMs = TIMEOUT_MS,
}: Settings): AskAddress {
  async function follow(address: string, stopping: AbortSignal): Promise<LinkAnswer> {
    let [at, movedTo, isPermanent] = [address, null as string | null, true]
    for (let step = 0; step <= MOST_REDIRECTS; step += 1) {
      const { status, location } = await askOnce(at, stopping)
      if (!REDIRECTS.has(status) || location === undefined) return { outcome: 'answered', status, movedTo }
      if (!URL.canParse(location, at)) throw new Refused('bad_address')
      at = new URL(location, at).href
      isPermanent &&= PERMANENT.has(status)
      if (isPermanent) movedTo = at
    }
    throw new Refused('too_many_redirects')
  }

  async function askOnce(address: string, stopping: AbortSignal): Promise<Step> {
    const url = readWebAddress(address)
    if (url === undefined) throw new Refused('bad_address')
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(timeoutMs)])
    const place = await findPlace(url, signal)
    const head = await send(url, place, 'HEAD', signal)
    return ASK_WHOLE.has(head.status) ? send(url, place, 'GET', signal) : head
  }

  /** Looked up once: the address that was looked at is the one connected to, whatever the name says later. */
  async function findPlace(url: URL, signal: AbortSignal): Promise<Place> {
    const host = hostOf(url)
    const addresses = isIP(host) ? [host] : await beforeAbort(resolve(host), signal)
    const places = addresses.map((address) => ({ address, port: portOf(url) }))
    const [first] = places
    if (first === undefined) throw new Refused('no_such_host')
    if (!places.every(isAllowed)) throw new Refused('not_open')
    return first
  }

  function send(url: URL, { address }: Place, method: 'HEAD' | 'GET', signal: AbortSignal): Promise<Step> {
    const family = isIP(address)
    const options: RequestOptions = {
      method,
      signal,
      agent: false,
      maxHeaderSize: MOST_HEADER_BYTES,
      headers: { 'user-agent': userAgent, accept: '*/*' },
      lookup: (_host, { all }, done) => (all ? done(null, [{ address, family }]) : done(null, address, family)),
    }
    return new Promise((resolve, reject) => {
      const request = url.protocol === 'https:' ? requestHttps(url, options) : requestHttp(url, options)
      request.once('response', (response: IncomingMessage) => {
        resolve({ status: response.statusCode ?? 0, location: response.headers.location })
        // What the page says is of no interest, and may have no end.
        response.destroy()
      })
      request.on('error', reject)
      request.end()
    })
  }

  return async (address, stopping) => {
    try {
      return await follow(address, stopping)
    } catch (error) {
      return { outcome: 'failed', problem: problemOf(error) }
    }
  }
}

async function resolveHost(host: string): Promise<string[]> {
  return (await lookup(host, { all: true })).map(({ address }) => address)
}

function beforeAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(signal.reason)
    signal.addEventListener('abort', late, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', late))
  })
}

function problemOf(error: unknown): LinkProblem {
  if (error instanceof Refused) return error.problem
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (error instanceof Error && (error.name === 'TimeoutError' || error.name === 'AbortError')) return 'timeout'
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no_such_host'
  if (/CERT|SELF_SIGNED|TLS|SSL|ISSUER|ALTNAME/.test(code)) return 'bad_certificate'
  return 'no_answer'
}
