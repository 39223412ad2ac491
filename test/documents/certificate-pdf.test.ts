import { inflateSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { type CertificateText, makeCertificatePdf } from '../../server/documents/certificate-pdf.ts'

const CERTIFICATE: CertificateText = {
  contest: 'Hội thi “Tìm hiểu cải cách hành chính” năm 2026',
  round: 'Vòng 2',
  name: 'Nguyễn Thị Thuỷ Tiên Ưởng',
  unit: 'Trường THPT Hoàng Văn Thụ',
  lines: ['Hạng 7 trên 1.204 người, khối học sinh', 'Đúng 19 trên 20 câu'],
  issuedOn: '10/12/2026',
  code: 'CN-7K2M-QX94',
  verifyUrl: 'https://example.vn/chung-nhan/CN-7K2M-QX94',
}

/** What the file says once its streams are unpacked. */
async function open(certificate: CertificateText) {
  const bytes = await makeCertificatePdf(certificate)
  const raw = bytes.toString('latin1')
  const streams = [...raw.matchAll(/stream\r?\n/g)].flatMap(({ index, 0: start }) => {
    try {
      return [inflateSync(bytes.subarray(index + start.length), { finishFlush: 2 }).toString('latin1')]
    } catch {
      return []
    }
  })
  return { raw, streams, pages: [...raw.matchAll(/\/Type \/Page\b(?!s)/g)].length }
}

/** The letters its fonts can say, as their tables to Unicode tell. */
function lettersOf(streams: string[]) {
  const tables = streams.filter((stream) => stream.includes('beginbfrange') || stream.includes('beginbfchar'))
  const codes = tables.flatMap((table) =>
    [...table.matchAll(/<([0-9a-f]{4,})>/gi)].map(([, hex = '']) => hex.toLowerCase()),
  )
  return new Set(codes)
}

test('a certificate is one lying page of A4 whose fonts are inside, with every Vietnamese letter of it', async () => {
  const { raw, streams, pages } = await open(CERTIFICATE)
  expect(raw.startsWith('%PDF-')).toBe(true)
  expect(pages).toBe(1)
  expect(raw).toContain('/MediaBox [0 0 841.89 595.28]')
  expect([...raw.matchAll(/\/FontFile2/g)].length).toBe(2)
  const letters = lettersOf(streams)
  const written = new Set([
    ...Object.values(CERTIFICATE)
      .flat()
      .join('')
      .replace(/\s|https.*/g, ''),
  ])
  const missing = [...written].filter(
    (letter) => !letters.has((letter.codePointAt(0) ?? 0).toString(16).padStart(4, '0')),
  )
  expect(missing).toEqual([])
})

test('the longest names and lines still make one page', async () => {
  const long = 'Trần Lê Nguyễn Phạm Hoàng Ngọc Bảo Trân '.repeat(5).slice(0, 160)
  const { pages } = await open({
    ...CERTIFICATE,
    name: long,
    unit: long,
    contest: long,
    round: long,
    lines: [long, long],
  })
  expect(pages).toBe(1)
})

test('no text in it opens a file, asks an address or runs anything', async () => {
  const nasty = '/etc/passwd file:///etc/passwd http://127.0.0.1:1/x {{image}} <script>'
  const { raw } = await open({ ...CERTIFICATE, name: nasty, lines: [nasty], verifyUrl: nasty })
  expect(raw).not.toMatch(/\/(JavaScript|JS|Launch|URI|EmbeddedFile|OpenAction|AcroForm)\b/)
})
