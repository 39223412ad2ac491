import { AlignmentType, BorderStyle, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import type { OfficialText } from './official-docx.ts'
import { CENTRED, HALF_POINTS, NO_BORDERS, spaced, TEXT_WIDTH, text } from './official-style.ts'

const COUNTRY = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'
const MOTTO = 'Độc lập - Tự do - Hạnh phúc'
const OURS = {
  parentOrgan: 'ỦY BAN NHÂN DÂN TỈNH TÂY NINH',
  organ: 'SỞ GIÁO DỤC VÀ ĐÀO TẠO',
  place: 'Tây Ninh',
  signer: { role: 'GIÁM ĐỐC' },
}
const { small, body, recipients: RECIPIENTS, list } = HALF_POINTS
const [LEFT, RIGHT] = [Math.floor(TEXT_WIDTH * 0.42), Math.ceil(TEXT_WIDTH * 0.58)]

type Look = { bold?: boolean; italics?: boolean; size?: number; allCaps?: boolean }

const centred = (words: string, look: Look) =>
  new Paragraph({ ...CENTRED, spacing: { after: 0 }, children: [new TextRun({ text: text(words), ...look })] })

/** A line below a text, from a third of the column's width on. */
function rule(width: number, share: number) {
  const indent = Math.floor((width * (1 - share)) / 2)
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { after: 120, line: 60 },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [],
  })
}

/** Who writes on the left, the country and its motto on the right; below them number, place and day. */
export function headOf({
  parentOrgan = OURS.parentOrgan,
  organ = OURS.organ,
  number,
  place = OURS.place,
  date,
}: OfficialText) {
  return sideBySide(
    [
      centred(parentOrgan, { size: small, allCaps: true }),
      centred(organ, { bold: true, size: small, allCaps: true }),
      rule(LEFT, 0.35),
      centred(`Số: ${number ?? '        /'}`, { size: small }),
    ],
    [
      centred(COUNTRY, { bold: true, size: small }),
      centred(MOTTO, { bold: true, size: body }),
      rule(RIGHT, 0.55),
      centred(`${place}, ${dayOf(date)}`, { italics: true, size: body }),
    ],
  )
}

export function titleOf({ kind, title }: OfficialText) {
  return [
    spaced(6),
    ...(kind === undefined ? [] : [centred(kind, { bold: true, size: body, allCaps: true })]),
    centred(title, { bold: true, size: body }),
    rule(TEXT_WIDTH, 0.25),
  ]
}

/** Who gets it on the left, who signs on the right with room for the signature and the seal. */
export function signatureOf({ recipients = [], signer = OURS.signer }: OfficialText) {
  const lines = [...recipients, 'Lưu: VT.']
  return sideBySide(
    [
      new Paragraph({ children: [new TextRun({ text: 'Nơi nhận:', bold: true, italics: true, size: RECIPIENTS })] }),
      ...lines.map(
        (line) =>
          new Paragraph({ spacing: { after: 0 }, children: [new TextRun({ text: `- ${text(line)}`, size: list })] }),
      ),
    ],
    [
      centred(signer.role, { bold: true, size: body, allCaps: true }),
      ...Array.from({ length: 4 }, () => spaced(6)),
      centred('name' in signer && signer.name ? signer.name : '', { bold: true, size: body }),
    ],
  )
}

function sideBySide(left: Paragraph[], right: Paragraph[]) {
  const cell = (children: Paragraph[], width: number) =>
    new TableCell({ width: { size: width, type: WidthType.DXA }, borders: NO_BORDERS, children })
  return new Table({
    alignment: AlignmentType.CENTER,
    width: { size: TEXT_WIDTH, type: WidthType.DXA },
    columnWidths: [LEFT, RIGHT],
    borders: NO_BORDERS,
    rows: [new TableRow({ cantSplit: true, children: [cell(left, LEFT), cell(right, RIGHT)] })],
  })
}

/** "ngày 05 tháng 02 năm 2026": days below 10 and the months 1 and 2 have a nought before them. */
function dayOf(date: string | undefined) {
  if (date === undefined) return 'ngày      tháng      năm        '
  const [year = '', month = '', day = ''] = date.split('-')
  return `ngày ${day} tháng ${Number(month) > 2 ? Number(month) : month} năm ${year}`
}
