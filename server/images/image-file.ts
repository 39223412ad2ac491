import { fileTypeFromBuffer } from 'file-type'
import sharp, { type OverlayOptions } from 'sharp'
import { AppError } from '../errors.ts'

type SafeImage = { bytes: Buffer; width: number; height: number; type: 'image/webp' }

const ALLOWED_TYPES = ['image/png', 'image/jpeg', 'image/webp']
const LONGEST_SIDE = 8_000
const MOST_PIXELS = 40_000_000
const WIDEST_KEPT = 1_600
const QUALITY = 80
const LONGEST_DECODE_SECONDS = 15
/** Each holds one of libuv's four threads, which files and passwords need too, and at worst half a gigabyte. */
const MOST_DECODES_AT_ONCE = 2

sharp.concurrency(1)
sharp.cache(false)
// Whatever a file says it is, code for SVG, PDF, TIFF and the like is never reached.
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer', 'VipsForeignLoadWebpBuffer'],
})

let decoding = 0
const waiting: (() => void)[] = []

/** A picture made anew from its pixels alone: nothing else of the sender's file (place, camera, scripts) is kept. */
export async function reencodeImage(bytes: Buffer, declaredType: string): Promise<SafeImage> {
  await checkType(bytes, declaredType)
  await checkHeader(bytes)
  return inTurn(() => decodeAndEncode(bytes))
}

/** Parts of a picture, from its upper left corner, as fractions of its width and height. */
export type Box = { x: number; y: number; width: number; height: number }

/** A picture of ours with parts blacked out: made from its pixels, so nothing of what was there is left in it. */
export async function blackOut(bytes: Buffer, boxes: readonly Box[]): Promise<SafeImage> {
  const { width, height } = await readable(sharp(bytes).metadata())
  const covers = boxes.map((box) => coverOf(box, { width, height }))
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .composite(covers)
    .webp({ quality: QUALITY })
  const { data, info } = await inTurn(() => readable(picture.toBuffer({ resolveWithObject: true })))
  return { bytes: data, width: info.width, height: info.height, type: 'image/webp' }
}

/** Never less than what was drawn: outward to whole pixels. */
function coverOf(box: Box, picture: { width: number; height: number }): OverlayOptions {
  const [left, top] = [Math.floor(box.x * picture.width), Math.floor(box.y * picture.height)]
  const right = Math.min(picture.width, Math.ceil((box.x + box.width) * picture.width))
  const bottom = Math.min(picture.height, Math.ceil((box.y + box.height) * picture.height))
  const size = { width: Math.max(1, right - left), height: Math.max(1, bottom - top) }
  return { input: { create: { ...size, channels: 3, background: '#000000' } }, left, top }
}

async function checkType(bytes: Buffer, declaredType: string) {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (found && found.mime === declaredType && ALLOWED_TYPES.includes(declaredType)) return
  throw new AppError('image.type_not_allowed', { allowed: ALLOWED_TYPES, found: found?.mime ?? null })
}

/** Reads the header alone: a file of some kilobytes can unfold to gigabytes of pixels. */
async function checkHeader(bytes: Buffer) {
  const { width, height, pages = 1 } = await readable(sharp(bytes, { limitInputPixels: false }).metadata())
  if (pages > 1) throw new AppError('image.type_not_allowed', { allowed: ALLOWED_TYPES, found: 'animated' })
  if (Math.max(width, height) <= LONGEST_SIDE && width * height <= MOST_PIXELS) return
  throw new AppError('image.too_large', { width, height, longestSide: LONGEST_SIDE, mostPixels: MOST_PIXELS })
}

async function decodeAndEncode(bytes: Buffer): Promise<SafeImage> {
  const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error' })
    .timeout({ seconds: LONGEST_DECODE_SECONDS })
    .autoOrient()
    .resize({ width: WIDEST_KEPT, withoutEnlargement: true })
    .webp({ quality: QUALITY })
  const { data, info } = await readable(picture.toBuffer({ resolveWithObject: true }))
  return { bytes: data, width: info.width, height: info.height, type: 'image/webp' }
}

async function readable<T>(reading: Promise<T>): Promise<T> {
  return reading.catch((cause: unknown) => {
    throw new AppError('image.unreadable', {}, { cause })
  })
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (decoding >= MOST_DECODES_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve))
  else decoding += 1
  try {
    return await work()
  } finally {
    // Whoever waits takes over this place, so the count stays.
    const next = waiting.shift()
    if (next) next()
    else decoding -= 1
  }
}
