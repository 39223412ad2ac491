import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawShareCard, type ShareCardText } from '../../server/documents/share-card.ts'

const CARD: ShareCardText = {
  contest: 'Hội thi “Tìm hiểu cải cách hành chính” năm 2026',
  name: 'N. T. T. Ư.',
  unit: 'Trường THPT Hoàng Văn Thụ',
  headline: 'Hạng 7',
  line: 'Đúng 19 trên 20 câu',
}
const PROJECT = join(import.meta.dirname, '../..')

const pixelsOf = (png: Buffer) => sharp(png).removeAlpha().raw().toBuffer()
const differing = (one: Buffer, other: Buffer) =>
  one.reduce((count, value, at) => count + (value === other[at] ? 0 : 1), 0)

test('a card is a PNG of 1200 × 630; the same words are drawn once', async () => {
  const png = await drawShareCard(CARD)
  const { format, width, height } = await sharp(png).metadata()
  expect({ format, width, height }).toEqual({ format: 'png', width: 1200, height: 630 })
  expect(await drawShareCard({ ...CARD })).toBe(png)
})

test('every mark of a Vietnamese letter is on the picture', async () => {
  const words = ['Hang', 'Hăng', 'Hâng', 'Hàng', 'Háng', 'Hảng', 'Hãng', 'Hạng', 'Hậng', 'Hặng']
  const pictures = await Promise.all(
    words.map(async (headline) => pixelsOf(await drawShareCard({ ...CARD, headline }))),
  )
  const same = pictures.flatMap((one, at) => pictures.slice(at + 1).filter((other) => differing(one, other) < 50))
  expect(same).toEqual([])
})

test('a machine without any fonts draws the very same picture', async () => {
  const script = `import { createHash } from 'node:crypto'
    import { drawShareCard } from '${PROJECT}/server/documents/share-card.ts'
    console.log(createHash('sha256').update(await drawShareCard(${JSON.stringify(CARD)})).digest('hex'))`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    {
      cwd: PROJECT,
      env: { PATH: process.env.PATH, FONTCONFIG_FILE: '/nowhere', FONTCONFIG_PATH: '/nowhere', HOME: '/nowhere' },
    },
  )
  expect(stdout.trim()).toBe(
    createHash('sha256')
      .update(await drawShareCard(CARD))
      .digest('hex'),
  )
})

test('words that mean something to the drawing library are drawn as they are; long ones grow smaller', async () => {
  const nasty = {
    ...CARD,
    name: '<span size="999999">& \u0000</span>',
    unit: null,
    line: 'dài '.repeat(200),
    headline: 'W'.repeat(300),
  }
  const { width, height } = await sharp(await drawShareCard(nasty)).metadata()
  expect([width, height]).toEqual([1200, 630])
})

test('with nothing to say in a place nothing is drawn there', async () => {
  const { width } = await sharp(await drawShareCard({ ...CARD, unit: '', line: ' ' })).metadata()
  expect(width).toBe(1200)
})
