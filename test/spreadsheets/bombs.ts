import type { ProblemCode } from '../../server/errors.ts'
import { type Packed, zip } from './zip.ts'

export type Bomb = { name: string; make: () => Buffer; answer: ProblemCode }

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships'
const MEGABYTE = 1_000_000

/** A workbook of one sheet whose `sheetData` is given, with more parts beside it. */
export function workbook(sheetData: string, ...more: Packed[]): Packed[] {
  return [
    {
      name: 'xl/workbook.xml',
      content: `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONSHIPS}"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `<Relationships xmlns="${PACKAGE}"><Relationship Id="rId1" Type="${RELATIONSHIPS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: 'xl/worksheets/sheet1.xml', content: sheet(sheetData) },
    ...more,
  ]
}

export const sheet = (sheetData: string) => `<worksheet xmlns="${MAIN}"><sheetData>${sheetData}</sheetData></worksheet>`

/** Rows of numbered cells, as many as fit into so many bytes. */
export function cellsOf(bytes: number, columns: number): string {
  const rows: string[] = []
  const letters = Array.from(
    { length: columns },
    (_, at) => (at < 26 ? '' : String.fromCharCode(64 + Math.floor(at / 26))) + String.fromCharCode(65 + (at % 26)),
  )
  for (let length = 0, row = 1; ; row += 1) {
    const text = `<row r="${row}">${letters.map((letter) => `<c r="${letter}${row}"><v>${row}</v></c>`).join('')}</row>`
    length += text.length
    if (length > bytes) return rows.join('')
    rows.push(text)
  }
}

const one = '<row r="1"><c r="A1"><v>1</v></c></row>'
const padded = (size: number) => workbook(one, { name: 'xl/theme/theme1.xml', content: Buffer.alloc(size, ' ') })
const shared = (entities: string, text: string) =>
  workbook('<row r="1"><c r="A1" t="s"><v>0</v></c></row>', {
    name: 'xl/sharedStrings.xml',
    content: `<?xml version="1.0"?>${entities}<sst xmlns="${MAIN}">${text}</sst>`,
  })
const laughs = Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('')
const inside = zip([{ name: 'a.xml', content: 'a'.repeat(30 * MEGABYTE) }])
const lying = (real: number, declared: number) =>
  zip(workbook(one, { name: 'xl/theme/theme1.xml', content: Buffer.alloc(real, ' '), declared }))

/** Files made to hurt whoever opens them. */
export const BOMBS: Bomb[] = [
  { name: '40 MB of XML', make: () => zip(padded(40 * MEGABYTE)), answer: 'spreadsheet.too_large' },
  { name: '300 MB of XML', make: () => zip(padded(300 * MEGABYTE)), answer: 'spreadsheet.too_large' },
  { name: '40 MB of rows', make: () => zip(workbook(cellsOf(40 * MEGABYTE, 20))), answer: 'spreadsheet.too_large' },
  { name: 'a part larger than it says', make: () => lying(300 * MEGABYTE, 1_000), answer: 'spreadsheet.unreadable' },
  { name: 'a part smaller than it says', make: () => lying(1_000, 9 * MEGABYTE), answer: 'spreadsheet.unreadable' },
  {
    name: '10,000 parts',
    make: () => zip(Array.from({ length: 10_000 }, (_, at) => ({ name: `xl/${at}.xml`, content: '<a/>' }))),
    answer: 'spreadsheet.too_large',
  },
  {
    name: 'a billion laughs',
    make: () => zip(shared(`<!DOCTYPE l [<!ENTITY l0 "lol">${laughs}]>`, '<si><t>&l10;</t></si>')),
    answer: 'spreadsheet.unreadable',
  },
  {
    name: 'a billion laughs in UTF-16',
    make: () =>
      zip([
        ...workbook(one),
        { name: 'xl/sharedStrings.xml', content: Buffer.from(`\ufeff<!DOCTYPE l [${laughs}]><sst/>`, 'utf16le') },
      ]),
    answer: 'spreadsheet.unreadable',
  },
  {
    name: 'archives within archives',
    make: () => zip(Array.from({ length: 50 }, (_, at) => ({ name: `xl/${at}.zip`, content: inside, stored: true }))),
    answer: 'spreadsheet.unreadable',
  },
  {
    name: 'a cell far away in both directions',
    make: () => zip(workbook('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    answer: 'spreadsheet.too_large',
  },
  {
    name: 'a row a billion down',
    make: () => zip(workbook('<row r="1000000000"><c r="A1000000000"/></row>')),
    answer: 'spreadsheet.too_large',
  },
  {
    name: 'a far cell hidden from the check',
    make: () => zip(workbook(`${one}<row r="2"><c x=">" r="ZZZZZZZZ2"><v>1</v></c></row>`)),
    answer: 'spreadsheet.too_large',
  },
  {
    name: 'one long text in every cell',
    make: () =>
      zip(
        workbook(cellsOf(2 * MEGABYTE, 20).replaceAll(/"><v>\d+/g, '" t="s"><v>0'), {
          name: 'xl/sharedStrings.xml',
          content: `<sst xmlns="${MAIN}"><si><t>${'ă'.repeat(30_000)}</t></si></sst>`,
        }),
      ),
    answer: 'spreadsheet.too_large',
  },
  {
    name: 'the same cell 720,000 times',
    make: () => zip(workbook(`<row r="1">${'<c r="A1"><v>1</v></c>'.repeat(720_000)}</row>`)),
    answer: 'spreadsheet.unreadable',
  },
  {
    name: '15.9 MB of tags within tags',
    make: () => zip(workbook('<a>'.repeat(5_300_000))),
    answer: 'spreadsheet.too_large',
  },
  {
    name: 'the same beside a picture',
    make: () =>
      zip(
        workbook('<a>'.repeat(5_300_000), {
          name: 'xl/media/image1.png',
          content: Buffer.alloc(8.3 * MEGABYTE, 1),
          stored: true,
        }),
      ),
    answer: 'spreadsheet.too_large',
  },
  {
    name: '15.9 MB of unfinished tags',
    make: () => zip(workbook('<c '.repeat(5_300_000))),
    answer: 'spreadsheet.too_slow',
  },
  {
    name: '15.9 MB of attributes',
    make: () => zip(workbook(`<row ${' r="'.repeat(3_900_000)}>`)),
    answer: 'spreadsheet.too_slow',
  },
]
