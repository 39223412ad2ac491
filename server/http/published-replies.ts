import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { SECURITY_HEADERS } from './security-headers.ts'

type Encoding = 'identity' | 'gzip' | 'br'
type Variant = { body: Buffer; etag: string; okHeaders: string[]; notModifiedHeaders: string[] }
export type PublishedReply = Partial<Record<Encoding, Variant>> & { identity: Variant }

const toGzip = promisify(gzip)
const toBrotli = promisify(brotliCompress)

const SMALLEST_WORTH_COMPRESSING = 860
const MOST_BYTES_KEPT = 64 * 1024 * 1024
const EXTRA_HEADERS = Object.entries(SECURITY_HEADERS).flat()

/**
 * Replies of published reads, kept ready to send (plain, gzip, brotli) under the exact address they answer.
 * They are dropped all at once when content changes. Sitting before the router, a hit costs a map look-up.
 */
export class PublishedReplies {
  #kept = new Map<string, PublishedReply>()
  #bytes = 0
  #generation = 0
  hits = 0

  get generation() {
    return this.#generation
  }

  /** Answers from memory; `false` leaves the request to the router. */
  answer(request: IncomingMessage, response: ServerResponse, requestId: string): boolean {
    if (request.method !== 'GET' && request.method !== 'HEAD') return false
    const reply = this.#kept.get(request.url ?? '')
    if (!reply) return false
    const variant = pickVariant(reply, request.headers['accept-encoding'])
    this.hits += 1
    if (isMatch(request.headers['if-none-match'], variant.etag)) {
      response.writeHead(304, [...variant.notModifiedHeaders, 'x-request-id', requestId])
      response.end()
      return true
    }
    response.writeHead(200, [...variant.okHeaders, 'x-request-id', requestId])
    response.end(request.method === 'HEAD' ? undefined : variant.body)
    return true
  }

  /** Keeps a reply made from content of `generation`; a reply that content has overtaken is not kept. */
  keep(url: string, reply: PublishedReply, generation: number) {
    if (generation !== this.#generation || this.#kept.has(url)) return
    this.#kept.set(url, reply)
    this.#bytes += sizeOf(reply)
    for (const [oldest, dropped] of this.#kept) {
      if (this.#bytes <= MOST_BYTES_KEPT) break
      this.#kept.delete(oldest)
      this.#bytes -= sizeOf(dropped)
    }
  }

  find(url: string): PublishedReply | undefined {
    return this.#kept.get(url)
  }

  drop() {
    this.#kept.clear()
    this.#bytes = 0
    this.#generation += 1
  }
}

export async function makeReply(
  body: Buffer,
  headers: { contentType: string; cacheControl: string },
): Promise<PublishedReply> {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 27)
  const identity = makeVariant(body, `"${hash}"`, 'identity', headers)
  if (body.length < SMALLEST_WORTH_COMPRESSING || !isText(headers.contentType)) return { identity }
  const [zipped, broken] = await Promise.all([
    toGzip(body, { level: 9 }),
    toBrotli(body, { params: { [constants.BROTLI_PARAM_QUALITY]: body.length > 300_000 ? 6 : 9 } }),
  ])
  return {
    identity,
    gzip: makeVariant(zipped, `"${hash}-gz"`, 'gzip', headers),
    br: makeVariant(broken, `"${hash}-br"`, 'br', headers),
  }
}

/** The same reply for the router's first answer, before it is kept. */
export function toResponse(reply: PublishedReply, request: Request): Response {
  const variant = pickVariant(reply, request.headers.get('accept-encoding') ?? undefined)
  const notModified = isMatch(request.headers.get('if-none-match') ?? undefined, variant.etag)
  const headers = new Headers()
  const list = notModified ? variant.notModifiedHeaders : variant.okHeaders
  for (let at = 0; at < list.length; at += 2) headers.set(list[at] ?? '', list[at + 1] ?? '')
  if (notModified) return new Response(null, { status: 304, headers })
  return new Response(request.method === 'HEAD' ? null : new Uint8Array(variant.body), { headers })
}

function makeVariant(
  body: Buffer,
  etag: string,
  encoding: Encoding,
  headers: { contentType: string; cacheControl: string },
): Variant {
  const always = ['etag', etag, 'cache-control', headers.cacheControl, 'vary', 'accept-encoding', ...EXTRA_HEADERS]
  const encoded = encoding === 'identity' ? [] : ['content-encoding', encoding]
  return {
    body,
    etag,
    notModifiedHeaders: always,
    okHeaders: [...always, 'content-type', headers.contentType, 'content-length', String(body.length), ...encoded],
  }
}

function pickVariant(reply: PublishedReply, accepted: string | string[] | undefined): Variant {
  if (typeof accepted !== 'string') return reply.identity
  if (reply.br && accepted.includes('br') && !/\bbr\s*;\s*q=0(\.0*)?\b/.test(accepted)) return reply.br
  if (reply.gzip && accepted.includes('gzip') && !/\bgzip\s*;\s*q=0(\.0*)?\b/.test(accepted)) return reply.gzip
  return reply.identity
}

function isMatch(header: string | undefined, etag: string) {
  if (header === undefined) return false
  if (header === etag || header === '*') return true
  return header.split(',').some((each) => each.trim().replace(/^W\//, '') === etag)
}

function isText(contentType: string) {
  return /^(text\/|application\/(json|feed\+json|atom\+xml|xml|javascript|manifest\+json)|image\/svg)/.test(contentType)
}

function sizeOf(reply: PublishedReply) {
  return Object.values(reply).reduce((total, variant) => total + variant.body.length, 0)
}
