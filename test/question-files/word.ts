import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx'

export type Piece = string | { underlined: string }

export const line = (...pieces: Piece[]) =>
  new Paragraph({
    children: pieces.map((piece) =>
      typeof piece === 'string' ? new TextRun(piece) : new TextRun({ text: piece.underlined, underline: {} }),
    ),
  })

export const table = (rows: string[][]) =>
  new Table({
    rows: rows.map(
      (cells) => new TableRow({ children: cells.map((cell) => new TableCell({ children: [new Paragraph(cell)] })) }),
    ),
  })

export const wordFile = (...children: (Paragraph | Table)[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children }] }))
