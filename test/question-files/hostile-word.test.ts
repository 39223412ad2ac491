import { describe, expect, test } from 'vitest'
import { readWordFile } from '../../server/question-files/word-file.ts'
import { type Packed, zip } from '../spreadsheets/zip.ts'
import { line, wordFile } from './word.ts'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'
const MEGABYTE = 1_000_000
const document = (body: string, start = '') => ({
  name: 'word/document.xml',
  content: `${start}<w:document xmlns:w="${MAIN}"><w:body>${body}</w:body></w:document>`,
})
const paragraph = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`
const one = ['Câu 1. Hỏi gì thế?', 'A. Một', 'B. Hai', 'Bảng đáp án: 1A'].map(paragraph).join('')
const laughs = Array.from({ length: 10 }, (_, at) => `<!ENTITY l${at + 1} "${`&amp;l${at};`.repeat(10)}">`).join('')
const relationsOf = (type: string, target: string) => ({
  name: 'word/_rels/document.xml.rels',
  content: `<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${type}" Target="${target}" TargetMode="External"/></Relationships>`,
})

const HOSTILE: [name: string, parts: () => Packed[], answer: string][] = [
  ['40 MB of paragraphs', () => [document(one.repeat(200_000))], 'question_file.too_large'],
  [
    'a document larger than it says',
    () => [{ ...document(' '.repeat(300 * MEGABYTE)), declared: 1_000 }],
    'question_file.unreadable',
  ],
  ['2 MB of tags within tags', () => [document('<w:p>'.repeat(0.4 * MEGABYTE))], 'question_file.unreadable'],
  ['5 MB of empty paragraphs', () => [document('<w:p/>'.repeat(0.8 * MEGABYTE))], 'question_file.too_large'],
  [
    'entities that laugh',
    () => [document(paragraph('&l10;'), `<!DOCTYPE l [<!ENTITY l0 "ha">${laughs}]>`)],
    'question_file.unreadable',
  ],
  [
    'an entity that reads a file of the server',
    () => [document(paragraph('&x;'), '<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
    'question_file.unreadable',
  ],
  [
    'entities in UTF-16',
    () => [
      { name: 'word/document.xml', content: Buffer.from(`\ufeff<!DOCTYPE l [${laughs}]><w:document/>`, 'utf16le') },
    ],
    'question_file.unreadable',
  ],
  ['macros', () => [document(one), { name: 'word/vbaProject.bin', content: 'x' }], 'question_file.unreadable'],
  [
    'macros that are called otherwise',
    () => [document(one), relationsOf('http://schemas.microsoft.com/office/2006/relationships/vbaProject', 'a.bin')],
    'question_file.unreadable',
  ],
  ['a name that leads out', () => [document(one), { name: '../../x', content: 'x' }], 'question_file.unreadable'],
  ['no document at all', () => [{ name: 'a.txt', content: 'x' }], 'question_file.unreadable'],
]

describe('a Word file made to do harm is refused, and the service goes on', () => {
  test.each(HOSTILE)('%s', async (_, parts, answer) => {
    await expect(readWordFile(zip(parts()))).rejects.toMatchObject({ code: answer })
    const { questions } = await readWordFile(
      await wordFile(line('Câu 1. Còn sống không?'), line('A. Còn'), line('B. Không'), line('Bảng đáp án: 1A')),
    )
    expect(questions).toMatchObject([{ key: [0] }])
  })

  test.each(['', 'không phải tệp Word', `PK\x03\x04${'x'.repeat(100)}`])(
    'what is no .docx at all: %j',
    async (text) => {
      await expect(readWordFile(Buffer.from(text))).rejects.toMatchObject({ code: 'question_file.unreadable' })
    },
  )

  test('a template or a picture elsewhere is not asked for: the text is read and nothing more', async () => {
    const template = relationsOf(
      'http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate',
      'http://127.0.0.1:1/a.dotm',
    )
    const { questions } = await readWordFile(zip([document(one), template]))
    expect(questions).toMatchObject([{ text: 'Hỏi gì thế?', options: ['Một', 'Hai'], key: [0] }])
  })
})

test('a question with a picture or a formula says so, since neither can be taken in', async () => {
  const drawing = '<w:p><w:r><w:t>Câu 1. Hình nào?</w:t></w:r><w:r><w:drawing/></w:r></w:p>'
  const rest = ['A. Một', 'B. Hai', 'Câu 2. Chữ &amp; số &#272;?', 'A. Một', 'B. Hai', 'Bảng đáp án: 1A 2B'].map(
    paragraph,
  )
  const { questions, problems } = await readWordFile(zip([document(drawing + rest.join(''))]))
  expect(problems).toEqual([{ number: 1, code: 'has_picture' }])
  expect(questions).toMatchObject([{ number: 2, text: 'Chữ & số Đ?', key: [1] }])
})

test('what was deleted while changes were tracked is not read, what was put in is', async () => {
  const tracked = `<w:p><w:r><w:t>Câu 1. Ai </w:t></w:r><w:del><w:r><w:delText>xoá</w:delText></w:r></w:del><w:ins><w:r><w:t>ký?</w:t></w:r></w:ins></w:p>`
  const rest = ['A. Giám đốc', 'B. Không ai', 'Bảng đáp án: 1A'].map(paragraph)
  const { questions } = await readWordFile(zip([document(tracked + rest.join(''))]))
  expect(questions).toMatchObject([{ text: 'Ai ký?' }])
})
