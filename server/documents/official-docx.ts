import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'

export type OfficialText = {
  title: string
  paragraphs: string[]
  tables: { title: string; columns: string[]; rows: string[][] }[]
}
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A document of the office, with tables below its words. */
export async function makeOfficialDocx({ title, paragraphs, tables }: OfficialText): Promise<Buffer> {
  const line = (cells: string[]) =>
    new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) })
  const children = tables.flatMap((table) => [
    new Paragraph(table.title),
    new Table({ rows: [line(table.columns), ...table.rows.map(line)] }),
  ])
  const head = [title, ...paragraphs].map((text) => new Paragraph(text))
  return Packer.toBuffer(new Document({ sections: [{ children: [...head, ...children] }] }))
}
