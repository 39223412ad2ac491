import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type CertificateText = {
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

const load = createRequire(import.meta.url)
const FONTS = dirname(load.resolve('@expo-google-fonts/be-vietnam-pro/package.json'))
const font = (weight: string) => join(FONTS, weight, `BeVietnamPro_${weight}.ttf`)

type Pdfmake = {
  setFonts: (fonts: object) => void
  setLocalAccessPolicy: (allows: (path: string) => boolean) => void
  setUrlAccessPolicy: (allows: () => boolean) => void
  createPdf: (document: object) => { getBuffer: () => Promise<Buffer> }
}

/** One page, lying, with the code and its QR at the foot. */
export async function makeCertificatePdf(text: CertificateText): Promise<Buffer> {
  const pdfmake = load('pdfmake') as Pdfmake
  pdfmake.setLocalAccessPolicy((path) => path.startsWith(FONTS))
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setFonts({ BeVietnamPro: { normal: font('400Regular'), bold: font('700Bold') } })
  const { contest, round, name, unit, lines, issuedOn, code, verifyUrl } = text
  return pdfmake
    .createPdf({
      pageSize: 'A4',
      pageOrientation: 'landscape',
      defaultStyle: { font: 'BeVietnamPro', fontSize: 14, alignment: 'center', lineHeight: 1.4 },
      content: [
        { text: 'GIẤY CHỨNG NHẬN', fontSize: 30, bold: true, margin: [0, 40, 0, 20] },
        { text: name, fontSize: 24, bold: true },
        ...(unit === null ? [] : [{ text: unit }]),
        { text: `đã tham gia ${contest}${round === null ? '' : `, ${round}`}`, margin: [0, 12, 0, 12] },
        ...lines.map((line) => ({ text: line })),
        { qr: verifyUrl, fit: 90, margin: [0, 24, 0, 4] },
        { text: `Mã ${code} · cấp ngày ${issuedOn} · kiểm tra tại ${verifyUrl}`, fontSize: 9 },
      ],
    })
    .getBuffer()
}
