import { deflateSync } from 'node:zlib'

type Wish = {
  /** Stands in the catalog beside its pages. */
  catalog?: string
  /** More objects, as they are written. */
  objects?: string[]
  trailer?: string
}

/** A PDF of one page with a line of text, and whatever a test puts into it. */
export function makePdf({ catalog = '', objects = [], trailer = '' }: Wish = {}): Buffer {
  const page = 'BT /F1 24 Tf 72 720 Td (Giay hen tra ket qua) Tj ET'
  const all = [
    `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`,
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    ...objects,
  ]
  const body = all.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj\n`).join('')
  const text = `%PDF-1.7\n${body}trailer\n<< /Root 1 0 R /Size ${all.length + 1} ${trailer} >>\n%%EOF\n`
  return Buffer.from(text, 'latin1')
}

/** Objects packed into a stream, as newer programs write them. */
export function packedObjects(objects: string, { keys = '/Type /ObjStm /N 1 /First 4', bytes = pack(objects) } = {}) {
  return `<< ${keys} /Filter /FlateDecode /Length ${bytes.length} >>\nstream\n${bytes.toString('latin1')}\nendstream`
}

function pack(objects: string) {
  return deflateSync(Buffer.from(`9 0 ${objects}`, 'latin1'))
}
