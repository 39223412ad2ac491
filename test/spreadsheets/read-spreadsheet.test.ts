import { describe, expect, test } from 'vitest'
import { AppError } from '../../server/errors.ts'
import { readSpreadsheet } from '../../server/spreadsheets/read-spreadsheet.ts'
import { writeSpreadsheet } from '../../server/spreadsheets/write-spreadsheet.ts'
import { BOMBS, sheet, workbook } from './bombs.ts'
import { readers } from './readers.ts'
import { type Packed, zip } from './zip.ts'

const one = '<row r="1"><c r="A1"><v>1</v></c></row>'

/** The code and the facts a file is refused with. */
async function refusal(bytes: Buffer) {
  const problem = await readSpreadsheet(bytes).then(
    () => 'the file was read',
    (error: unknown) => error,
  )
  return problem instanceof AppError ? { code: problem.code, details: problem.details } : problem
}

const refused = (code: string, details = {}) => ({ code, details })
const unreadable = refused('spreadsheet.unreadable')
const tooLarge = refused('spreadsheet.too_large')

test('what staff filled in comes back as it was, and empty rows below it do not', async () => {
  const rows = [
    ['Trường Tiểu học Phan Đình Phùng', 1250.5, true, new Date('2026-09-05')],
    ['Đặng Thị Ngọc Ánh\nPhó Hiệu trưởng', -3, false, new Date('1975-04-30')],
    [null, null, null, null],
    ['=1+1', 0, null, null],
  ]
  const titles = ['Tên đơn vị', 'Số lượng', 'Đã duyệt', 'Ngày']
  const columns = titles.map((title) => ({ title }))
  const empty = [null, null, null, null]
  const bytes = await writeSpreadsheet({ sheet: 'Danh sách', columns, rows: [...rows, empty, empty] })
  expect(await readSpreadsheet(bytes)).toEqual([titles, ...rows])
})

test('a sheet as long as we take is read whole', async () => {
  const rows = Array.from({ length: 19_999 }, (_, at) => [at])
  const read = await readSpreadsheet(await writeSpreadsheet({ sheet: 'A', columns: [{ title: 'Số' }], rows }))
  expect(read).toEqual([['Số'], ...rows])
})

test('a sheet one row longer, or one column wider, is refused', async () => {
  const rows = Array.from({ length: 20_000 }, (_, at) => [at])
  expect(await refusal(await writeSpreadsheet({ sheet: 'A', columns: [{ title: 'Số' }], rows }))).toEqual(tooLarge)
  const columns = Array.from({ length: 61 }, () => ({ title: 'Số' }))
  expect(await refusal(await writeSpreadsheet({ sheet: 'A', columns, rows: [] }))).toEqual(tooLarge)
})

describe('a file made to hurt is refused while the service goes on answering', () => {
  test.each(BOMBS)('$name', async ({ make, answer }) => {
    const bytes = make()
    let answered = 0
    const others = setInterval(() => {
      answered += 1
    }, 1)
    const problem = await refusal(bytes)
    clearInterval(others)
    expect({ problem, reading: readers() }).toEqual({ problem: refused(answer), reading: [] })
    expect(answered).toBeGreaterThan(10)
  })
})

describe('formulas and what else could act', () => {
  test.each([
    ['<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="B2"><f>A1*2</f><v>2</v></c></row>', 'B2'],
    ['<row r="3"><c r="C3" t="str"><f t="shared" ref="C3:C9" si="0">NOW()</f></c></row>', 'C3'],
    ['<x:row r="4"><x:c s="1" r="AB4"><x:f>1+1</x:f></x:c></x:row>', 'AB4'],
    ["<row r='5'><c r='D5'><f/></c></row>", 'D5'],
  ])('%s is refused, naming %s', async (rows, cell) => {
    expect(await refusal(zip(workbook(rows)))).toEqual(refused('spreadsheet.has_formula', { cell }))
  })

  test('a formula on a sheet nobody reads is refused too', async () => {
    const second = sheet('<row r="7"><c r="G7"><f>1</f></c></row>')
    const bytes = zip(workbook(one, { name: 'xl/worksheets/sheet2.xml', content: second }))
    expect(await refusal(bytes)).toEqual(refused('spreadsheet.has_formula', { cell: 'G7' }))
  })

  const link = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLink'
  const parts: [string, Packed][] = [
    ['a macro', { name: 'xl/vbaProject.bin', content: 'Sub Auto_Open()' }],
    ['a macro sheet', { name: 'xl/macrosheets/sheet1.xml', content: '<a/>' }],
    ['a link to another workbook', { name: 'xl/externalLinks/externalLink1.xml', content: '<a/>' }],
    ['the mention of one', { name: 'xl/_rels/a.xml.rels', content: `<Relationship Type="${link}"/>` }],
    ['an entity', { name: 'xl/theme/theme1.xml', content: '<!ENTITY a SYSTEM "file:///etc/passwd">' }],
    ['a way out of the archive', { name: '../../a.xml', content: '<a/>' }],
    ['a way out for Windows', { name: 'xl\\a.xml', content: '<a/>' }],
    ['a part told twice', { name: 'XL/workbook.xml', content: '<a/>' }],
  ]
  test.each(parts)('%s is refused', async (_what, part) => {
    expect(await refusal(zip([...workbook(one), part]))).toEqual(unreadable)
  })

  test('an e-mail address that the spreadsheet made into a link is no harm', async () => {
    const name = 'xl/worksheets/_rels/sheet1.xml.rels'
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'
    const content = `<Relationships><Relationship Id="r" Type="${type}" Target="mailto:a@b.vn" TargetMode="External"/></Relationships>`
    expect(await readSpreadsheet(zip(workbook(one, { name, content })))).toEqual([[1]])
  })
})

describe('files that are no spreadsheets', () => {
  const whole = zip(workbook(one))
  const damaged = Buffer.from(whole)
  damaged.writeUInt8(damaged.readUInt8(60) ^ 0xff, 60)
  const files: [string, Buffer][] = [
    ['an empty file', Buffer.alloc(0)],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1000000', 'hex')],
    ['a web page', Buffer.from('<html><table><tr><td>Họ tên</td></tr></table></html>')],
    ['a .csv', Buffer.from('Họ tên,Lớp\r\nAn,5A\r\n')],
    ['another kind of archive', zip([{ name: 'ảnh.txt', content: 'ảnh' }])],
    ['an archive with nothing in it', Buffer.from('PK\x03\x04')],
    ['damaged bytes', damaged],
    ['bytes after the end', Buffer.concat([whole, Buffer.from('x')])],
  ]
  test.each(files)('%s', async (_what, bytes) => expect(await refusal(bytes)).toEqual(unreadable))

  test('half a spreadsheet, wherever it is cut', async () => {
    const cuts = [5, 30, 0.25, 0.5, 0.75, 0.99].map((cut) => (cut < 1 ? Math.floor(whole.length * cut) : cut))
    for (const cut of cuts) expect(await refusal(whole.subarray(0, cut))).toEqual(unreadable)
  })

  test('more than 8 MiB is refused unseen', async () => {
    expect(await refusal(Buffer.alloc(8 * 1024 * 1024 + 1))).toEqual(tooLarge)
  })
})

test('of thirteen files at once two are being read, ten wait, and the last is asked to come again', async () => {
  const bytes = zip(workbook(one))
  let most = 0
  const watching = setInterval(() => {
    most = Math.max(most, readers().length)
  }, 20)
  const waiting = Array.from({ length: 12 }, () => readSpreadsheet(bytes))
  expect(await refusal(bytes)).toEqual(refused('spreadsheet.busy'))
  expect(await Promise.all(waiting)).toEqual(Array.from({ length: 12 }, () => [[1]]))
  clearInterval(watching)
  expect(most).toBe(2)
  expect(await readSpreadsheet(bytes)).toEqual([[1]])
})
