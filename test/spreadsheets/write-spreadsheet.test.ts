import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSpreadsheet } from '../../server/spreadsheets/read-spreadsheet.ts'
import { writeCsv, writeSpreadsheet } from '../../server/spreadsheets/write-spreadsheet.ts'
import { unzip } from './zip.ts'

const STARTS = ['=', '+', '-', '@', '\t', '\r', '＝']
const formulas = fc.tuple(fc.constantFrom(...STARTS), fc.string({ unit: 'binary' })).map((parts) => parts.join(''))
const markup = fc.constantFrom('<f>1</f>', '</t></si><c><f>1</f></c>', ']]><f>', '" TargetMode="External', '__proto__')
const texts = fc.sample(fc.oneof(fc.string({ unit: 'binary' }), formulas, markup), { numRuns: 1_000, seed: 33 })
const columns = [{ title: '=HYPERLINK("http://a.vn")' }]

describe('what citizens wrote stays text in the file that staff open', () => {
  test('a thousand hostile texts make no formula and no link', async () => {
    const file = await writeSpreadsheet({ sheet: 'Phản ánh', columns, rows: texts.map((text) => [text]) })
    const parts = Object.values(unzip(file)).join('\n')
    expect(parts.match(/<f[\s/>]/g)).toBeNull()
    expect(parts.match(/TargetMode="External"/g)).toBeNull()
    expect(parts.match(/<row /g)).toHaveLength(1_001)
  })

  test('a thousand hostile texts in a .csv all start harmlessly', () => {
    const lines = texts.map((text) =>
      writeCsv({ columns: [], rows: [[text]] })
        .toString()
        .slice('\ufeff\r\n'.length),
    )
    expect(lines.filter((line) => STARTS.some((start) => line.replace(/^"/, '').startsWith(start)))).toEqual(
      lines.filter((line) => line === '\r\n'),
    )
  })

  test('texts that mean something to JavaScript or to Excel are read back as they were', async () => {
    const rows = ['__proto__', 'constructor', 'toString', '_x0041_', '_x005F_', 'a & b < c', "'=1"].map((text) => [
      text,
    ])
    const file = await writeSpreadsheet({ sheet: 'A', columns: [{ title: 'Chữ' }], rows })
    expect(await readSpreadsheet(file)).toEqual([['Chữ'], ...rows])
  })
})

test('the heading is bold and stays in sight, and a moment shows as its day in Vietnam', async () => {
  const rows = [[new Date('2026-11-23T23:30:00Z')]]
  const file = await writeSpreadsheet({ sheet: 'A', columns: [{ title: 'Ngày', width: 40 }], rows })
  const parts = unzip(file)
  expect(parts['xl/styles.xml']).toContain('<b/>')
  expect(parts['xl/styles.xml']).toContain('formatCode="dd/mm/yyyy"')
  expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<pane [^>]*ySplit="1"[^>]*state="frozen"/)
  expect(await readSpreadsheet(file)).toEqual([['Ngày'], [new Date('2026-11-24')]])
})

test('a number that is none, and a text longer than a cell, still make a file that opens', async () => {
  const rows = [[Number.NaN], [Number.POSITIVE_INFINITY], ['ă'.repeat(40_000)]]
  const file = await writeSpreadsheet({ sheet: 'A', columns: [{ title: 'Số' }], rows })
  const longest = `${'ă'.repeat(32_766)}…`
  expect(await readSpreadsheet(file)).toEqual([['Số'], ['NaN'], ['Infinity'], [longest]])
})

test('a .csv is what other programs expect, with the marks that Excel needs for Vietnamese', () => {
  const columns = [{ title: 'Họ tên' }, { title: 'Ghi chú' }, { title: 'Điểm' }, { title: 'Ngày' }, { title: 'Đạt' }]
  const rows = [
    ['Nguyễn "Bờm"', 'một, hai\nba', -1.5, new Date('2026-09-05'), true],
    ['=cmd|calc', '＝1', 0, null, false],
    ['-5', '@a', null, null, null],
  ]
  expect(writeCsv({ columns, rows }).toString()).toBe(
    '\ufeffHọ tên,Ghi chú,Điểm,Ngày,Đạt\r\n' +
      '"Nguyễn ""Bờm""","một, hai\nba",-1.5,05/09/2026,TRUE\r\n' +
      "'=cmd|calc,'＝1,0,,FALSE\r\n" +
      "'-5,'@a,,,\r\n",
  )
})
