import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Cell } from '../../server/spreadsheets/cell.ts'
import { readSpreadsheet } from '../../server/spreadsheets/read-spreadsheet.ts'
import { writeLongSpreadsheet } from '../../server/spreadsheets/write-long-spreadsheet.ts'
import { unzip } from './zip.ts'

async function* paged(rows: Cell[][], size = 2) {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}

test('a table that comes in pages is read back as it was, each cell in its place', async () => {
  const columns = ['Chữ', 'Số', 'Ngày', 'Đạt'].map((title) => ({ title }))
  const rows = [
    ['a & b < "c"', 1.5, new Date('2026-11-24'), true],
    ['_x0041_ __proto__', null, null, false],
    ["=HYPERLINK('x')", -3, new Date('2026-02-12'), null],
  ]
  const file = await writeLongSpreadsheet({ sheet: 'Phản ánh', columns, pages: paged(rows) })
  expect(await readSpreadsheet(file)).toEqual([['Chữ', 'Số', 'Ngày', 'Đạt'], ...rows])
})

test('past the twenty-sixth column the letters go on', async () => {
  const columns = Array.from({ length: 30 }, (_, at) => ({ title: `cột ${at}` }))
  const row = columns.map((_, at) => at)
  const file = await writeLongSpreadsheet({ sheet: 'A', columns, pages: paged([row]) })
  expect((await readSpreadsheet(file))[1]).toEqual(row)
  expect(unzip(file)['xl/worksheets/sheet1.xml']).toContain('<c r="AD2">')
})

test('a thousand hostile texts make no formula and no link', async () => {
  const markup = fc.constantFrom('<f>1</f>', '</t></is></c><c><f>1</f></c>', ']]><f>', '" TargetMode="External')
  const texts = fc.sample(fc.oneof(fc.string({ unit: 'binary' }), markup), { numRuns: 1_000, seed: 33 })
  const pages = paged(
    texts.map((text) => [text]),
    100,
  )
  const file = await writeLongSpreadsheet({ sheet: 'A', columns: [{ title: '=1' }], pages })
  const parts = Object.values(unzip(file)).join('\n')
  expect(parts.match(/<f[\s/>]/g)).toBeNull()
  expect(parts.match(/TargetMode="External"/g)).toBeNull()
  expect(await readSpreadsheet(file)).toHaveLength(1_001)
})

test('the heading is bold and stays in sight', async () => {
  const file = await writeLongSpreadsheet({ sheet: 'A', columns: [{ title: 'Mã' }], pages: paged([]) })
  expect(unzip(file)['xl/worksheets/sheet1.xml']).toMatch(
    /<pane [^>]*ySplit="1"[^>]*state="frozen".*<c r="A1"[^>]*s="1"/,
  )
})
