import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { makeOfficialDocx, type OfficialText } from '../../server/documents/official-docx.ts'

const REPORT: OfficialText = {
  number: '15/BC-SGDĐT',
  date: '2026-02-05',
  kind: 'Báo cáo',
  title: 'Kết quả hội thi tìm hiểu cải cách hành chính',
  paragraphs: ['Thực hiện Kế hoạch số 53/KH-UBND, Sở báo cáo kết quả hội thi.', 'Có 1.204 người dự thi.'],
  tables: [
    {
      title: 'Xếp hạng cá nhân',
      columns: ['Hạng', 'Họ và tên', 'Điểm'],
      rows: Array.from({ length: 80 }, (_, at) => [String(at + 1), `Nguyễn Thị Ưởng ${at + 1}`, '19']),
    },
  ],
  recipients: ['Ủy ban nhân dân tỉnh (báo cáo)', 'Các trường trực thuộc'],
  signer: { role: 'Giám đốc', name: 'Trần Văn Đức' },
}

async function open(official: OfficialText) {
  const zip = await JSZip.loadAsync(await makeOfficialDocx(official))
  const names = Object.keys(zip.files)
  const parts = new Map(
    await Promise.all(names.map(async (name) => [name, (await zip.file(name)?.async('string')) ?? ''] as const)),
  )
  const partOf = (name: string) => parts.get(name) ?? ''
  const document = partOf('word/document.xml')
  const said = [...document.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, words = '']) => words)
  return { names, partOf, document, said }
}

/** A millimetre in twentieths of a point. */
const mm = (twentieths: number) => Math.round((twentieths / 1440) * 25.4)

test('the sheet is A4 with margins of 20, 15, 20 and 30 mm, and pages are numbered at the top from the second on', async () => {
  const { document, partOf, names } = await open(REPORT)
  const numbers = (tag: string) =>
    Object.fromEntries(
      [...(new RegExp(`<w:${tag} ([^>]*)>`).exec(document)?.[1] ?? '').matchAll(/w:(\w+)="(\d+)"/g)].map(
        ([, name, value]) => [name, mm(Number(value))],
      ),
    )
  expect(numbers('pgSz')).toMatchObject({ w: 210, h: 297 })
  expect(numbers('pgMar')).toMatchObject({ top: 20, right: 15, bottom: 20, left: 30 })
  expect(document).toContain('<w:titlePg/>')
  const headers = names.filter((name) => /^word\/header\d\.xml$/.test(name)).map(partOf)
  const numbered = headers.filter((header) => header.includes('PAGE'))
  expect([headers.length, numbered.length]).toEqual([2, 1])
  expect(numbered[0]).toContain('<w:jc w:val="center"/>')
  const reference = (type: string) =>
    new RegExp(`<w:headerReference w:type="${type}" r:id="(\\w+)"`).exec(document)?.[1]
  const target = new RegExp(`Id="${reference('default')}"[^>]*Target="([^"]+)"`).exec(
    partOf('word/_rels/document.xml.rels'),
  )
  expect(partOf(`word/${target?.[1]}`)).toContain('PAGE')
})

test('everything is set in Times New Roman of 14 point, smaller only in the head, the tables and the list of recipients', async () => {
  const { partOf, document } = await open(REPORT)
  const defaults = /<w:docDefaults>.*?<\/w:docDefaults>/s.exec(partOf('word/styles.xml'))?.[0] ?? ''
  expect(defaults).toContain('w:ascii="Times New Roman"')
  expect(defaults).toContain('w:eastAsia="Times New Roman"')
  expect(defaults).toContain('<w:sz w:val="28"/>')
  const sizes = new Set([...document.matchAll(/<w:sz w:val="(\d+)"\/>/g)].map(([, size]) => Number(size)))
  expect([...sizes].sort()).toEqual([22, 24, 26, 28])
  expect(document).not.toMatch(/w:ascii="(?!Times New Roman)/)
})

test('head, number and day, title, words, recipients and signature stand there in their order', async () => {
  const { said } = await open(REPORT)
  const order = [
    'ỦY BAN NHÂN DÂN TỈNH TÂY NINH',
    'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
    'Số: 15/BC-SGDĐT',
    'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
    'Độc lập - Tự do - Hạnh phúc',
    'Tây Ninh, ngày 05 tháng 02 năm 2026',
    'Báo cáo',
    'Kết quả hội thi tìm hiểu cải cách hành chính',
    'Thực hiện Kế hoạch số 53/KH-UBND, Sở báo cáo kết quả hội thi.',
    'Xếp hạng cá nhân',
    'Nguyễn Thị Ưởng 80',
    'Nơi nhận:',
    '- Ủy ban nhân dân tỉnh (báo cáo)',
    '- Các trường trực thuộc',
    '- Lưu: VT.',
    'Giám đốc',
    'Trần Văn Đức',
  ]
  const places = order.map((words) => said.indexOf(words))
  expect(places).not.toContain(-1)
  expect(places).toEqual([...places].sort((a, b) => a - b))
})

test('the heading of a long table comes again on every page, and no row is cut in two', async () => {
  const { document } = await open(REPORT)
  const rows = [...document.matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) => row)
  const headings = rows.filter((row) => row.includes('<w:tblHeader/>'))
  expect([headings.length, headings[0]?.includes('Họ và tên')]).toEqual([1, true])
  expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true)
})

test('what is not known yet is left open for the registry to write', async () => {
  const { said } = await open({ title: 'Danh sách', paragraphs: [], tables: [] })
  expect(said).toContain('Số:         /')
  expect(said).toContain('Tây Ninh, ngày      tháng      năm        ')
})

test('words that mean something to a program stay words, and nothing points outside the file', async () => {
  const nasty = '<w:p/>&amp;"\u0000\u0007 =cmd|calc http://a.vn \ud800'
  const { names, partOf, said } = await open({
    ...REPORT,
    title: nasty,
    paragraphs: [nasty],
    tables: [{ title: nasty, columns: [nasty], rows: [[nasty]] }],
  })
  expect(said.filter((words) => words.includes('=cmd|calc http://a.vn')).length).toBe(5)
  expect(said.join('')).toContain('&lt;w:p/&gt;&amp;amp;')
  expect(names.map(partOf).filter((part) => part.includes('TargetMode="External"'))).toEqual([])
})
