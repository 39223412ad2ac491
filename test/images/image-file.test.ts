import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { reencodeImage } from '../../server/images/image-file.ts'
import { allBlack, blackPng, pngChunk } from './black-png.ts'

type Pixels = { width: number; height: number; background?: string }

const flat = ({ width, height, background = '#0958d9' }: Pixels) =>
  sharp({ create: { width, height, channels: 3, background } })

/** Red on the left, blue on the right: turned by its orientation, red is elsewhere. */
const redThenBlue = (width: number, height: number) =>
  flat({ width, height, background: '#0000ff' }).composite([
    { input: { create: { width: width / 2, height, channels: 3, background: '#ff0000' } }, left: 0, top: 0 },
  ])

const photo = () =>
  flat({ width: 300, height: 200 })
    .jpeg()
    .withIccProfile('p3')
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><secret>Nhà riêng</secret></x:xmpmeta>')
    .withExif({
      IFD0: { Make: 'MayAnhCuaLan', Artist: 'Nguyen Thi Lan' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '11/1 18/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '106/1 6/1 0/1' },
    })
    .toBuffer()

async function blinking(format: 'webp' | 'gif') {
  const shots = ['#ff0000', '#0000ff'].map((background) => flat({ width: 40, height: 40, background }).png().toBuffer())
  const film = sharp(await Promise.all(shots), { join: { animated: true } })
  return format === 'webp' ? film.webp({ delay: 100 }).toBuffer() : film.gif({ delay: 100 }).toBuffer()
}

/** What came of a file: the code it was refused with, or `accepted`. */
const outcome = (bytes: Buffer, type: string) =>
  reencodeImage(bytes, type).then(
    () => 'accepted',
    (error) => error.code,
  )

async function colourAt(picture: Buffer, left: number, top: number) {
  const { data } = await sharp(picture)
    .extract({ left, top, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  const [red = 0, , blue = 0] = data
  return red > blue ? 'red' : 'blue'
}

describe('a file that is no picture of an allowed kind', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
  const html = '<!doctype html><script>alert(1)</script>'
  const TEXTS = {
    svg,
    'svg with a prologue': `<?xml version="1.0"?>${svg}`,
    html,
    pdf: '%PDF-1.7\n1 0 obj\n',
    empty: '',
  }

  test.each(Object.entries(TEXTS))('%s is refused, whatever it is called', async (_, text) => {
    const types = ['image/png', 'image/jpeg', 'image/webp', 'image/svg+xml', 'text/html', 'application/pdf', '']
    const outcomes = await Promise.all(types.map((type) => outcome(Buffer.from(text), type)))
    expect(new Set(outcomes)).toEqual(new Set(['image.type_not_allowed']))
  })

  test('a GIF is refused under its own name and under another', async () => {
    const gif = await flat({ width: 20, height: 20 }).gif().toBuffer()
    const moving = await blinking('gif')
    expect([
      await outcome(gif, 'image/gif'),
      await outcome(gif, 'image/png'),
      await outcome(moving, 'image/gif'),
    ]).toEqual(Array(3).fill('image.type_not_allowed'))
  })

  test('a moving WebP and a moving PNG are refused', async () => {
    const png = await flat({ width: 20, height: 20 }).png().toBuffer()
    const afterHeader = 8 + 25
    const twoShots = pngChunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]))
    const moving = Buffer.concat([png.subarray(0, afterHeader), twoShots, png.subarray(afterHeader)])
    expect([await outcome(await blinking('webp'), 'image/webp'), await outcome(moving, 'image/png')]).toEqual(
      Array(2).fill('image.type_not_allowed'),
    )
  })

  test('each allowed kind is taken under its own name and under no other', async () => {
    const types = ['image/png', 'image/jpeg', 'image/webp', 'image/jpg', 'application/octet-stream']
    const small = flat({ width: 20, height: 20 })
    const files = [
      await small.clone().png().toBuffer(),
      await small.clone().jpeg().toBuffer(),
      await small.clone().webp().toBuffer(),
    ]
    const table = await Promise.all(files.map((file) => Promise.all(types.map((type) => outcome(file, type)))))
    expect(table.map((row) => row.map((cell) => cell === 'accepted'))).toEqual([
      [true, false, false, false, false],
      [false, true, false, false, false],
      [false, false, true, false, false],
    ])
    expect(new Set(table.flat())).toEqual(new Set(['accepted', 'image.type_not_allowed']))
  })

  test('a PDF or a page with a picture inside is refused', async () => {
    const png = await flat({ width: 20, height: 20 }).png().toBuffer()
    const wrapped = ['%PDF-1.7\n', html, svg, 'GIF89a'].map((start) => Buffer.concat([Buffer.from(start), png]))
    expect(await Promise.all(wrapped.map((file) => outcome(file, 'image/png')))).toEqual(
      Array(4).fill('image.type_not_allowed'),
    )
  })

  test('a picture behind a byte order mark or a sound’s label, which some readers skip, is refused', async () => {
    const png = await flat({ width: 20, height: 20 }).png().toBuffer()
    const label = Buffer.concat([Buffer.from('ID3'), Buffer.from([4, 0, 0, 0, 0, 0, 4]), Buffer.alloc(4)])
    const hidden = [Buffer.from([0xef, 0xbb, 0xbf]), label].map((start) => Buffer.concat([start, png]))
    expect(await Promise.all(hidden.map((file) => outcome(file, 'image/png')))).not.toContain('accepted')
  })
})

describe('a picture too large', () => {
  const HUGE = { width: 16_000, height: 16_000 }

  test('is refused by its header, before anything is decoded', async () => {
    const empty = blackPng(HUGE)
    const real = blackPng(HUGE, allBlack(HUGE))
    expect(real.length).toBeLessThan(100_000)
    await expect(reencodeImage(empty, 'image/png')).rejects.toMatchObject({ code: 'image.too_large', details: HUGE })
    await expect(reencodeImage(real, 'image/png')).rejects.toMatchObject({ code: 'image.too_large', details: HUGE })
  })

  test.each([
    [8_001, 10, 'image.too_large'],
    [10, 8_001, 'image.too_large'],
    [8_000, 5_001, 'image.too_large'],
    [8_000, 5_000, 'accepted'],
  ])('%i × %i: %s', async (width, height, expected) => {
    expect(await outcome(blackPng({ width, height }, allBlack({ width, height })), 'image/png')).toBe(expected)
  })
})

describe('a broken picture', () => {
  const noisy = (width: number, height: number) =>
    sharp({
      create: { width, height, channels: 3, background: '#000', noise: { type: 'gaussian', mean: 128, sigma: 40 } },
    })

  test.each(['jpeg', 'png', 'webp'] as const)('a %s cut short is refused at whichever place', async (format) => {
    const whole = await noisy(200, 150)[format]().toBuffer()
    const places = [0.99, 0.75, 0.5, 0.25].map((part) => Math.floor(whole.length * part))
    const outcomes = await Promise.all(places.map((at) => outcome(whole.subarray(0, at), `image/${format}`)))
    expect(outcomes).toEqual(Array(4).fill('image.unreadable'))
  })

  test('a header that promises pixels which never come is refused', async () => {
    expect(await outcome(blackPng({ width: 100, height: 100 }), 'image/png')).toBe('image.unreadable')
  })

  test('a broken picture does not take the place of the next ones', async () => {
    const broken = (await photo()).subarray(0, 900)
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => outcome(broken, 'image/jpeg')))
    expect([...outcomes, await outcome(await photo(), 'image/jpeg')]).toEqual([
      ...Array(8).fill('image.unreadable'),
      'accepted',
    ])
  })
})

describe('what is kept of a picture', () => {
  test('not where it was taken, with what, by whom, nor any other label', async () => {
    const taken = await photo()
    const before = await sharp(taken).metadata()
    expect([before.exif, before.xmp, before.icc].map((label) => label !== undefined)).toEqual([true, true, true])
    expect(before.exif?.includes('MayAnhCuaLan')).toBe(true)

    const { bytes } = await reencodeImage(taken, 'image/jpeg')
    const { exif, xmp, iptc, icc, comments } = await sharp(bytes).metadata()
    expect({ exif, xmp, iptc, icc, comments }).toEqual({})
    expect(/EXIF|XMP|ICCP|MayAnhCuaLan|Nguyen Thi Lan|Nhà riêng/.test(bytes.toString('utf8'))).toBe(false)
  })

  test('not a script appended to it', async () => {
    const script = '<script>alert(1)</script>'
    const files = [await photo(), await flat({ width: 30, height: 30 }).png().toBuffer()]
    const [jpeg, png] = files.map((file) => Buffer.concat([file, Buffer.from(script)]))
    const kept = await Promise.all([
      reencodeImage(jpeg ?? Buffer.alloc(0), 'image/jpeg'),
      reencodeImage(png ?? Buffer.alloc(0), 'image/png'),
    ])
    expect(kept.map(({ bytes }) => bytes.includes('script'))).toEqual([false, false])
  })

  test('the way up it was taken', async () => {
    const sideways = await redThenBlue(200, 100).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    const { bytes, ...kept } = await reencodeImage(sideways, 'image/jpeg')
    expect(kept).toEqual({ width: 100, height: 200, type: 'image/webp' })
    expect([await colourAt(bytes, 50, 20), await colourAt(bytes, 50, 180)]).toEqual(['red', 'blue'])
  })

  test.each([
    ['a wide one is made narrower', 4_000, 3_000, 1_600, 1_200],
    ['a small one stays as it is', 320, 240, 320, 240],
    ['a tall one keeps its height', 1_000, 3_000, 1_000, 3_000],
  ])('%s', async (_, width, height, keptWidth, keptHeight) => {
    const { bytes, ...kept } = await reencodeImage(await flat({ width, height }).png().toBuffer(), 'image/png')
    expect(kept).toEqual({ width: keptWidth, height: keptHeight, type: 'image/webp' })
    const real = await sharp(bytes).metadata()
    expect([real.format, real.width, real.height]).toEqual(['webp', keptWidth, keptHeight])
  })

  test('its see-through parts', async () => {
    const glass = { width: 20, height: 20, channels: 4 as const, background: { r: 255, g: 0, b: 0, alpha: 0 } }
    const { bytes } = await reencodeImage(await sharp({ create: glass }).png().toBuffer(), 'image/png')
    expect((await sharp(bytes).stats()).isOpaque).toBe(false)
  })
})

test('however many arrive at once, two are worked on and all are answered', async () => {
  const large = await flat({ width: 3_000, height: 2_000 }).jpeg().toBuffer()
  let most = 0
  const watching = setInterval(() => {
    most = Math.max(most, sharp.counters().process)
  }, 1)
  const outcomes = await Promise.all(Array.from({ length: 8 }, () => outcome(large, 'image/jpeg')))
  clearInterval(watching)
  expect(outcomes).toEqual(Array(8).fill('accepted'))
  expect(most).toBe(2)
})
