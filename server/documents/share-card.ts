import { createHash } from 'node:crypto'
import sharp, { type OverlayOptions } from 'sharp'
import { COLOURS, FONT_FAMILY, FONT_FILES } from './fonts.ts'

/** Who gives the name answers for it being one that may be shown. */
export type ShareCardText = { contest: string; name: string; unit: string | null; headline: string; line: string }

const [WIDTH, HEIGHT] = [1200, 630]
const SIDE = 72
const MOST_KEPT = 200
const KEPT_CHARACTERS = 160

type Weight = keyof typeof FONT_FILES
type Block = { text: string; weight: Weight; size: number; colour: string; most: number }
type Drawn = { input: OverlayOptions['input']; raw: OverlayOptions['raw']; height: number }

const kept = new Map<string, Promise<Buffer>>()
let drawing: Promise<unknown> = Promise.resolve()

/** A picture to be shared, 1200 × 630; the same words are drawn once, and one picture at a time. */
export function drawShareCard(card: ShareCardText): Promise<Buffer> {
  const key = createHash('sha256').update(JSON.stringify(card)).digest('base64url')
  const known = kept.get(key)
  if (known) return known
  const drawn = drawing.then(() => draw(card))
  drawing = drawn.catch(() => kept.delete(key))
  kept.set(key, drawn)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  return drawn
}

async function draw({ contest, name, unit, headline, line }: ShareCardText): Promise<Buffer> {
  const blocks: (Block & { top: number })[] = [
    { text: contest, weight: 'medium', size: 26, colour: COLOURS.ink2, most: 76, top: 72 },
    { text: headline, weight: 'bold', size: 76, colour: COLOURS.brandInk, most: 120, top: 172 },
    { text: line, weight: 'medium', size: 32, colour: COLOURS.ink, most: 80, top: 312 },
    { text: name, weight: 'bold', size: 36, colour: COLOURS.ink, most: 60, top: 452 },
    ...(unit === null
      ? []
      : [{ text: unit, weight: 'regular' as const, size: 24, colour: COLOURS.ink2, most: 44, top: 518 }]),
  ]
  const texts = await Promise.all(
    blocks
      .filter(({ text }) => text.trim() !== '')
      .map(async ({ top, ...block }) => ({ ...(await write(block)), left: SIDE, top })),
  )
  return sharp({ create: { width: WIDTH, height: HEIGHT, channels: 3, background: COLOURS.sheet } })
    .composite([
      bar({ left: 0, top: 0, width: WIDTH, height: 16 }, COLOURS.brand),
      bar({ left: SIDE, top: 424, width: WIDTH - 2 * SIDE, height: 2 }, COLOURS.line),
      bar({ left: 0, top: HEIGHT - 16, width: WIDTH, height: 16 }, COLOURS.gold),
      ...texts,
    ])
    .png({ palette: true })
    .toBuffer()
}

function bar(
  { left, top, width, height }: { left: number; top: number; width: number; height: number },
  background: string,
): OverlayOptions {
  return { input: { create: { width, height, channels: 3, background } }, left, top }
}

/** A text in its own font file, wrapped to the width of the card and drawn smaller until it is no higher than `most`. */
async function write({ text, weight, size, colour, most }: Block): Promise<Drawn> {
  const drawn = await render({ text, weight, size, colour })
  if (drawn.height <= most || size <= 14) return drawn
  return write({ text, weight, size: Math.floor(size * 0.85), colour, most })
}

async function render({ text, weight, size, colour }: Omit<Block, 'most'>): Promise<Drawn> {
  const { data, info } = await sharp({
    text: {
      text: `<span foreground="${colour}">${escapeMarkup(shorten(text))}</span>`,
      font: `${FONT_FAMILY} ${STYLES[weight]} ${size}`,
      fontfile: FONT_FILES[weight],
      width: WIDTH - 2 * SIDE,
      dpi: 72,
      rgba: true,
      wrap: 'word-char',
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const { width, height } = info
  return { input: data, raw: { width, height, channels: 4 }, height }
}

const STYLES: Record<Weight, string> = { regular: '', medium: 'Medium', bold: 'Bold' }

const shorten = (text: string) => (text.length > KEPT_CHARACTERS ? `${text.slice(0, KEPT_CHARACTERS - 1)}…` : text)

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** What the drawing library would take for its own markup is only text; what it cannot read is left out. */
function escapeMarkup(text: string) {
  return text
    .normalize('NFC')
    .replace(/[^\u{20}-\u{7e}\u{a0}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ' ')
    .replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
}
