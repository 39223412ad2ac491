import { expect, test } from 'vitest'
import { readSpreadsheet } from '../../server/spreadsheets/read-spreadsheet.ts'
import { createWorld } from '../world/world.ts'

const EXPORTS = '/admin/api/exports'
const TABLE = { name: 'Góp ý trang', fileName: 'gop-y', columns: ['Góp ý', 'Số lần'] }

test('a table somebody sees leaves as a spreadsheet, never with a formula in it, and the log says who took it', async () => {
  const world = await createWorld()
  const lan = await world.signIn({ role: 'viewer' })
  const response = await world.get(EXPORTS, {
    method: 'POST',
    headers: { origin: world.url, cookie: lan.cookie, 'content-type': 'application/json' },
    body: JSON.stringify({ ...TABLE, rows: [['=1+1', 3], ['Chưa rõ nộp ở đâu.', null], ['ngắn']] }),
  })
  expect([response.status, response.headers.get('content-disposition')]).toEqual([
    200,
    'attachment; filename="gop-y-2026-11-23.xlsx"',
  ])
  expect(await readSpreadsheet(Buffer.from(await response.arrayBuffer()))).toEqual([
    ['Góp ý', 'Số lần'],
    ['=1+1', 3],
    ['Chưa rõ nộp ở đâu.', null],
    ['ngắn', null],
  ])
  const admin = await world.signIn()
  const log = await admin.get<{ items: object[] }>('/admin/api/audit?action=table.export')
  expect(log.body.items).toMatchObject([
    { subjectKind: 'table', subjectId: 'gop-y', after: { name: 'Góp ý trang', rows: 3 }, actorName: 'Nguyễn Thị Lan' },
  ])
})

test.each([
  ['no columns', { ...TABLE, columns: [], rows: [] }],
  ['a file name with a path in it', { ...TABLE, fileName: '../gop-y', rows: [] }],
  ['more rows than anybody reads', { ...TABLE, rows: Array.from({ length: 20_001 }, () => ['x', 1]) }],
])('%s is refused, naming the field', async (_, body) => {
  const world = await createWorld()
  const lan = await world.signIn({ role: 'viewer' })
  expect(await lan.post(EXPORTS, body)).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
})
