import sharp from 'sharp'
import { expect, test } from 'vitest'
import { shareWorld } from '../world/world.ts'
import { allBlack, blackPng } from './black-png.ts'

const world = shareWorld()
const SCRIPT = '<script>alert(1)</script>'
const SVG = `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`
const HUGE = { width: 16_000, height: 16_000 }
const photo = () =>
  sharp({ create: { width: 300, height: 200, channels: 3, background: '#0958d9' } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Nguyen Thi Lan' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '11/1 18/1 0/1' } })
    .toBuffer()

async function uploader() {
  const editor = await world().signIn({ role: 'editor' })
  return async (bytes: Buffer, type: string) => {
    const headers = { cookie: editor.cookie, origin: world().url, 'content-type': type }
    const body = new Uint8Array(bytes)
    const response = await world().get('/admin/api/images?unitId=so-gddt', { method: 'POST', headers, body })
    const reply = (await response.json()) as { code?: string; address?: string }
    return { status: response.status, ...reply }
  }
}

test('what is no picture, is another than it says, or is far too large is refused at the door', async () => {
  const upload = await uploader()
  const refused = [
    await upload(Buffer.from(SVG), 'image/svg+xml'),
    await upload(Buffer.from(SVG), 'image/png'),
    await upload(Buffer.from(`<!doctype html>${SCRIPT}`), 'text/html'),
    await upload(Buffer.from(`<!doctype html>${SCRIPT}`), 'image/jpeg'),
    await upload(Buffer.from('%PDF-1.7\n'), 'image/png'),
    await upload(await photo(), 'image/png'),
    await upload(blackPng(HUGE, allBlack(HUGE)), 'image/png'),
  ]
  const wrongType = [415, 'image.type_not_allowed']
  expect(refused.map(({ status, code }) => [status, code])).toEqual([
    ...Array(6).fill(wrongType),
    [413, 'image.too_large'],
  ])
})

test('a photo with a script behind it comes back as pixels alone, and as nothing a browser would take for a page', async () => {
  const upload = await uploader()
  const { status, address = '' } = await upload(Buffer.concat([await photo(), Buffer.from(SCRIPT)]), 'image/jpeg')
  expect([status, address]).toEqual([201, expect.stringMatching(/^\/images\/[0-9a-f]{32}\.webp$/)])
  const shown = await world().get(address)
  const bytes = Buffer.from(await shown.arrayBuffer())
  expect([shown.headers.get('content-type'), shown.headers.get('x-content-type-options')]).toEqual([
    'image/webp',
    'nosniff',
  ])
  expect(shown.headers.get('content-security-policy')).toContain("default-src 'self'")
  expect((await sharp(bytes).metadata()).exif).toBeUndefined()
  expect(['script', 'Nguyen Thi Lan', 'EXIF'].filter((text) => bytes.includes(text))).toEqual([])
})
