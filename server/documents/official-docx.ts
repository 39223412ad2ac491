import { AlignmentType, Document, Header, Packer, PageNumber, Paragraph, TextRun } from 'docx'
import { headOf, signatureOf, titleOf } from './official-parts.ts'
import { CENTRED, FONT, HALF_POINTS, spaced, tableOf, text } from './official-style.ts'

export type OfficialText = {
  /** The organ above, and the one that writes. */
  parentOrgan?: string
  organ?: string
  /** "15/BC-SGDĐT"; what is not known yet is left open for the registry to write. */
  number?: string
  place?: string
  /** `YYYY-MM-DD`. */
  date?: string
  /** "BÁO CÁO", "QUYẾT ĐỊNH": the kind of document above its title. */
  kind?: string
  title: string
  paragraphs: string[]
  tables: { title: string; columns: string[]; rows: string[][] }[]
  recipients?: string[]
  signer?: { role: string; name?: string }
}

export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** Twentieths of a point: 20, 15, 20 and 30 mm. */
const MARGINS = { top: 1134, right: 850, bottom: 1134, left: 1701, header: 567, footer: 567 }
const A4 = { width: 11906, height: 16838 }

/** A document in the form of Nghị định 30/2020: its head, title, words and tables, and who gets and who signs it. */
export function makeOfficialDocx(official: OfficialText): Promise<Buffer> {
  const { paragraphs, tables } = official
  const pageNumber = new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: [PageNumber.CURRENT], size: HALF_POINTS.small })],
  })
  const document = new Document({
    creator: official.organ ?? '',
    title: text(official.title),
    styles: { default: { document: { run: { font: FONT, size: HALF_POINTS.body } } } },
    sections: [
      {
        properties: { page: { size: A4, margin: MARGINS }, titlePage: true },
        headers: { default: new Header({ children: [pageNumber] }), first: new Header({ children: [] }) },
        children: [
          headOf(official),
          ...titleOf(official),
          ...paragraphs.map(wordsOf),
          ...tables.flatMap(({ title, columns, rows }) => [captionOf(title), tableOf(columns, rows), spaced(6)]),
          signatureOf(official),
        ],
      },
    ],
  })
  return Packer.toBuffer(document)
}

function wordsOf(words: string) {
  return new Paragraph({
    alignment: AlignmentType.JUSTIFIED,
    indent: { firstLine: 720 },
    spacing: { before: 120, after: 60, line: 300 },
    children: [new TextRun(text(words))],
  })
}

function captionOf(title: string) {
  return new Paragraph({
    ...CENTRED,
    spacing: { before: 200, after: 100 },
    keepNext: true,
    children: [new TextRun({ text: text(title), bold: true })],
  })
}
