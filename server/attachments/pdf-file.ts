import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { fileTypeFromBuffer } from 'file-type'
import { AppError } from '../errors.ts'

const MOST_BYTES = 5 * 1024 * 1024
/** What the packed objects of one PDF may unfold to, one stream and all together. */
const MOST_UNPACKED = 8 * 1024 * 1024
const MOST_UNPACKED_IN_ALL = 32 * 1024 * 1024
const MOST_STREAMS = 5_000
/** How far before its stream an object's description may begin. */
const DESCRIPTION_LENGTH = 4_096

/** Never seen by chance among compressed bytes, so looked for everywhere. */
const ACTIVE = /\/(?:JavaScript|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|XFA)\b/
/** A place to begin reading (`[page /Fit]`, as office programs write it) does nothing; anything else is an action. */
const OPENS_WITH_ACTION = /\/OpenAction\b(?!\s*\[)/
const LOCKED = /\/Encrypt\b/
/** Objects packed into a stream say where the first one begins. */
const PACKED = /\/(?:ObjStm|First)\b/
const PLAINLY_PACKED = /\/Filter\s*(?:\[\s*)?\/FlateDecode\s*[\]/>]/
/** Too short for that: looked for where no compressed bytes are. */
const ACTIVE_SHORT = /\/(?:JS|AA)\b/

const unpack = promisify(inflate)

/** `around`: what stands before it, of which `description` is the last object's part. */
type Stream = { around: string; description: string; bytes: Buffer }

/**
 * Refuses what is no PDF, is far too large, needs a password, or does more than show pages: runs scripts, starts
 * programs, carries other files. Names written with escapes (`/J#61vaScript`) and packed objects are looked into.
 */
export async function checkPdf(bytes: Buffer) {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found?.mime !== 'application/pdf' || !bytes.subarray(0, 5).equals(Buffer.from('%PDF-')))
    throw new AppError('file.type_not_allowed', { found: found?.mime ?? null })
  if (bytes.length > MOST_BYTES) throw new AppError('request.too_large', { mostBytes: MOST_BYTES })
  const text = readNames(bytes)
  if (LOCKED.test(text)) throw new AppError('pdf.locked')
  if (ACTIVE.test(text) || OPENS_WITH_ACTION.test(text)) throw new AppError('pdf.active')
  const packed = await unpackObjects(listStreams(bytes).filter(({ around }) => PACKED.test(around)))
  for (const part of [outsideStreams(bytes), ...packed].map(readNames)) {
    if (LOCKED.test(part)) throw new AppError('pdf.locked')
    if ([ACTIVE, ACTIVE_SHORT, OPENS_WITH_ACTION].some((signs) => signs.test(part))) throw new AppError('pdf.active')
  }
}

/** The bytes as letters, with the escapes of names undone. */
function readNames(bytes: Buffer) {
  return bytes
    .toString('latin1')
    .replace(/#([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
}

function outsideStreams(bytes: Buffer): Buffer {
  const parts: Buffer[] = []
  let from = 0
  for (;;) {
    const start = bytes.indexOf('stream', from)
    const end = start === -1 ? -1 : bytes.indexOf('endstream', start)
    if (end === -1) return Buffer.concat([...parts, bytes.subarray(from)])
    parts.push(bytes.subarray(from, start))
    from = end + 'endstream'.length
  }
}

/** Wherever one might begin: a word in a text or a comment may pretend to, and hides none. */
function listStreams(bytes: Buffer): Stream[] {
  const streams: Stream[] = []
  let end = 0
  for (let at = bytes.indexOf('stream'); at !== -1; at = bytes.indexOf('stream', at + 1)) {
    if (end < at) end = bytes.indexOf('endstream', at)
    if (end === -1) break
    const around = readNames(bytes.subarray(Math.max(0, at - DESCRIPTION_LENGTH), at))
    if (around.endsWith('end')) continue
    if (streams.length === MOST_STREAMS) throw new AppError('pdf.unreadable')
    const body = withoutLineEnd(bytes.subarray(at + 'stream'.length, end))
    streams.push({ around, description: around.slice(around.lastIndexOf('obj')), bytes: body })
  }
  return streams
}

function withoutLineEnd(body: Buffer) {
  const [first, second] = body
  if (first === 0x0d && second === 0x0a) return body.subarray(2)
  return first === 0x0a ? body.subarray(1) : body
}

async function unpackObjects(streams: Stream[]): Promise<Buffer[]> {
  const unpacked: Buffer[] = []
  let left = MOST_UNPACKED_IN_ALL
  for (const stream of streams) {
    const isSure = PACKED.test(stream.description)
    const objects = await unpackOne(stream, Math.min(MOST_UNPACKED, left)).catch((cause: unknown) => {
      if (isSure) throw new AppError('pdf.unreadable', {}, { cause })
      return Buffer.alloc(0)
    })
    left -= objects.length
    unpacked.push(objects)
  }
  return unpacked
}

async function unpackOne({ description, bytes }: Stream, most: number): Promise<Buffer> {
  if (most <= 0) throw new Error('unfolds to too much')
  const isOther = /\/Filter\b/.test(description) && !PLAINLY_PACKED.test(description)
  if (isOther || /\/DecodeParms\b/.test(description)) throw new Error('packed in a way that is not read here')
  return isZlib(bytes) ? unpack(bytes, { maxOutputLength: most }) : bytes.subarray(0, most)
}

function isZlib([first = 0, second = 0]: Buffer) {
  return (first & 0x0f) === 8 && (first * 256 + second) % 31 === 0
}
