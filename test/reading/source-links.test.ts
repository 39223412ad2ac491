import { describe, expect, test } from 'vitest'
import { newId } from '../../server/new-id.ts'
import { sourceCode } from '../../server/reading/source-links.rules.ts'
import { createWorld } from '../world/world.ts'

type Link = {
  code: string
  url: string
  qrSvg: string
  unitName: string
  path: string
  label: string
  isClosed: boolean
}
type List = { items: Link[]; nextCursor: string | null }

const LINKS = '/admin/api/source-links'

describe('addresses a unit hands out', () => {
  test('the head of a commune makes one for the notice board, prints it, and closes it later', async () => {
    const world = await createWorld({ env: { PUBLIC_URL: 'http://cchc.test' } })
    const head = await world.signIn({ role: 'unit_head', unitId: 'mau-xa-1' })
    const wish = { unitId: 'mau-xa-1', label: 'Bảng tin trước cổng', path: '/thu-tuc/2.002854' }
    const made = await head.post<Link>(LINKS, wish)
    const { code } = made.body
    expect([made.status, made.body]).toMatchObject([
      201,
      {
        ...wish,
        unitName: 'Xã Số Một (mẫu)',
        url: `http://cchc.test/thu-tuc/2.002854?src=${code}`,
        qrSvg: expect.stringMatching(/^<svg /),
        isClosed: false,
      },
    ])
    expect((await head.get<Link>(`${LINKS}/${code}`)).body.qrSvg).toBe(made.body.qrSvg)
    expect((await head.get<List>(LINKS)).body.items).toMatchObject([{ code, isClosed: false }])
    for (const expected of [true, true]) {
      const closed = await head.patch<Link>(`${LINKS}/${code}`, { closed: true })
      expect([closed.status, closed.body.isClosed]).toEqual([200, expected])
    }
    const admin = await world.signIn()
    const audit = await admin.get<{ items: object[] }>(`/admin/api/audit?subjectKind=link&subjectId=${code}`)
    expect(audit.body.items).toMatchObject([{ action: 'link.close' }, { action: 'link.make', actorName: head.name }])
  })

  test('another unit’s links cannot be made, seen or closed', async () => {
    const world = await createWorld()
    const head = await world.signIn({ role: 'unit_head', unitId: 'mau-xa-1' })
    const other = await world.signIn({ role: 'unit_head', unitId: 'mau-phuong-2' })
    const { code } = (await head.post<Link>(LINKS, { unitId: 'mau-xa-1', label: 'Bảng tin' })).body
    expect((await other.post(LINKS, { unitId: 'mau-xa-1', label: 'Bảng tin' })).status).toBe(403)
    expect((await other.get<List>(LINKS)).body.items).toEqual([])
    expect((await other.get(`${LINKS}/${code}`)).status).toBe(404)
    expect((await other.patch(`${LINKS}/${code}`, { closed: true })).status).toBe(404)
    const editor = await world.signIn({ role: 'editor' })
    expect((await editor.get(LINKS)).status).toBe(403)
  })

  test.each(['https://xau.example', '//xau.example', '/thu-tuc?src=x', 'thu-tuc', '/../x y'])(
    'a link leads into the app, never to "%s"',
    async (path) => {
      const world = await createWorld()
      const admin = await world.signIn()
      expect((await admin.post(LINKS, { unitId: 'so-gddt', label: 'Bảng tin', path })).status).toBe(400)
    },
  )

  test('a long list comes page by page, each link once', async () => {
    const world = await createWorld()
    const admin = await world.signIn()
    for (let count = 0; count < 53; count += 1)
      await admin.post(LINKS, { unitId: 'so-gddt', label: `Bảng tin ${count}` })
    const first = (await admin.get<List>(LINKS)).body
    const second = (await admin.get<List>(`${LINKS}?cursor=${first.nextCursor}`)).body
    const codes = [...first.items, ...second.items].map(({ code }) => code)
    expect([first.items.length, second.items.length, second.nextCursor, new Set(codes).size]).toEqual([50, 3, null, 53])
  })

  test('codes are short and hold nothing that is taken for something else', () => {
    const codes = new Set(Array.from({ length: 2_000 }, () => sourceCode(newId(0))))
    expect(codes.size).toBe(2_000)
    expect([...codes].filter((code) => !/^[abcdefghkmnpqrtwxy346789]{6}$/.test(code))).toEqual([])
  })
})
