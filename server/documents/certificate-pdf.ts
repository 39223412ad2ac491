import { readFileSync } from 'node:fs'
import pdfmake from 'pdfmake'
import { COLOURS, FONT_FILES } from './fonts.ts'

export type CertificateText = {
  /** What kind of paper it is; of taking part when none is told. */
  title?: string
  organ?: string
  contest: string
  round: string | null
  name: string
  unit: string | null
  /** "Hạng 7 trên 1.204 người, khối cán bộ", already in words. */
  lines: string[]
  issuedOn: string
  code: string
  verifyUrl: string
}

const FAMILY = 'BeVietnamPro'
/** A4 lying, in points. */
const [WIDTH, HEIGHT] = [841.89, 595.28]
const QR_SIZE = 88
const SIDE = 72
/** Above the foot, whose place does not depend on what stands above it. */
const FOOT_TOP = HEIGHT - 150

pdfmake.virtualfs.writeFileSync('regular', readFileSync(FONT_FILES.regular))
pdfmake.virtualfs.writeFileSync('bold', readFileSync(FONT_FILES.bold))
pdfmake.setFonts({ [FAMILY]: { normal: 'regular', bold: 'bold', italics: 'regular', bolditalics: 'bold' } })
// Whatever a text says, no file is opened and no address asked.
pdfmake.setLocalAccessPolicy(() => false)
pdfmake.setUrlAccessPolicy(() => false)

/** One page, lying: whom it is for, what for, and at its foot the code by which anybody can check it. */
export function makeCertificatePdf(text: CertificateText): Promise<Buffer> {
  const title = text.title ?? 'GIẤY CHỨNG NHẬN'
  return pdfmake
    .createPdf({
      pageSize: 'A4',
      pageOrientation: 'landscape',
      pageMargins: [SIDE, 64, SIDE, 40],
      info: { title: `${title} ${text.code}` },
      defaultStyle: { font: FAMILY, fontSize: 14, alignment: 'center', lineHeight: 1.35, color: COLOURS.ink },
      background: frame(),
      content: [...headOf(title, text), ...bodyOf(text), ...footOf(text)],
    })
    .getBuffer()
}

function frame() {
  const rectangle = (inset: number, lineWidth: number, lineColor: string) => ({
    ...{ type: 'rect', x: inset, y: inset, w: WIDTH - 2 * inset, h: HEIGHT - 2 * inset, lineWidth, lineColor },
  })
  return {
    absolutePosition: { x: 0, y: 0 },
    alignment: 'left',
    canvas: [rectangle(24, 3, COLOURS.seal), rectangle(31, 1, COLOURS.gold)],
  }
}

function headOf(title: string, { organ = 'SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH TÂY NINH' }: CertificateText) {
  return [
    { text: organ, bold: true, fontSize: 13, color: COLOURS.ink2 },
    { text: title, bold: true, fontSize: 36, color: COLOURS.seal, margin: [0, 14, 0, 10] },
  ]
}

function bodyOf({ name, unit, contest, round, lines }: CertificateText) {
  return [
    { text: 'Chứng nhận', color: COLOURS.ink2 },
    {
      text: name,
      bold: true,
      fontSize: fitted(name, { largest: 30, smallest: 16, most: 36 }),
      color: COLOURS.brandInk,
    },
    ...(unit === null ? [] : [{ text: unit, fontSize: fitted(unit, { largest: 15, smallest: 11, most: 80 }) }]),
    { text: 'đã tham gia', color: COLOURS.ink2, margin: [0, 4, 0, 0] },
    { text: contest, bold: true, fontSize: fitted(contest, { largest: 18, smallest: 12, most: 66 }) },
    ...(round === null ? [] : [{ text: round }]),
    ...lines.map((line, at) => ({ text: line, bold: true, margin: [0, at === 0 ? 6 : 0, 0, 0] })),
  ]
}

function footOf({ issuedOn, code, verifyUrl }: CertificateText) {
  return [
    { qr: verifyUrl, fit: QR_SIZE, eccLevel: 'M', alignment: 'left', absolutePosition: { x: SIDE, y: FOOT_TOP } },
    {
      absolutePosition: { x: SIDE + QR_SIZE + 16, y: FOOT_TOP + 6 },
      alignment: 'left',
      fontSize: 10,
      color: COLOURS.ink2,
      stack: [
        { text: [{ text: 'Mã số: ' }, { text: code, bold: true, color: COLOURS.ink }] },
        { text: 'Quét mã hoặc mở địa chỉ dưới đây để kiểm tra:' },
        { text: verifyUrl, color: COLOURS.brandInk },
        { text: `Cấp ngày ${issuedOn}` },
      ],
    },
  ]
}

/** Smaller for what is longer than a line takes, so that the page stays one. */
function fitted(text: string, { largest, smallest, most }: { largest: number; smallest: number; most: number }) {
  return Math.max(smallest, Math.min(largest, Math.floor((largest * most) / Math.max(most, text.length))))
}
