import { expect, test } from 'vitest'
import { readGift } from '../../server/question-files/gift.ts'
import { readMoodleXml } from '../../server/question-files/moodle-xml.ts'

const nothing = { explanation: '', legalSource: null, documentNumber: null, sources: [] }

test('GIFT as Moodle’s own manual writes it is understood', () => {
  const file = readGift(`// Ghi chú của người soạn
$CATEGORY: $course$/top/Lăng mộ

// [id:42] [tag:Khó] [tag:Học sinh]
::Mộ Grant::Ai nằm trong mộ của Grant?{
=Grant#Đúng rồi.
~Không ai
#Sai
~Napoleon
####Ông <b>Grant</b> và vợ.
}

Hai người nằm trong mộ của Grant là {~%-50%Không ai ~%50%Grant ~%50%Vợ ông ~%-50%Cha ông}.

Mặt trời mọc ở hướng đông.{T}

Trong câu này 2 + 2 \\= 4 và a\\:b \\{x\\} \\~ \\#1.{FALSE#Sai rồi#Đúng rồi}`)
  expect(file).toEqual({
    problems: [],
    questions: [
      {
        ...nothing,
        number: 1,
        kind: 'single',
        text: 'Ai nằm trong mộ của Grant?',
        options: ['Grant', 'Không ai', 'Napoleon'],
        key: [0],
        explanation: 'Ông Grant và vợ.',
        difficulty: 'hard',
        audiences: ['student'],
        heading: 'Lăng mộ',
      },
      {
        ...nothing,
        number: 2,
        kind: 'multiple',
        text: 'Hai người nằm trong mộ của Grant là _____ .',
        options: ['Không ai', 'Grant', 'Vợ ông', 'Cha ông'],
        key: [1, 2],
        heading: 'Lăng mộ',
      },
      {
        ...nothing,
        number: 3,
        kind: 'true_false',
        text: 'Mặt trời mọc ở hướng đông.',
        options: ['Đúng', 'Sai'],
        key: [0],
        heading: 'Lăng mộ',
      },
      {
        ...nothing,
        number: 4,
        kind: 'true_false',
        text: 'Trong câu này 2 + 2 = 4 và a:b {x} ~ #1.',
        options: ['Đúng', 'Sai'],
        key: [1],
        heading: 'Lăng mộ',
      },
    ],
  })
})

test('in GIFT what we cannot ask, and what is broken, is told with its number', () => {
  const { questions, problems } = readGift(`Câu trả lời ngắn?{=một =hai}

Năm nào?{#1822:5}

Thủ đô nào?{=Canada -> Ottawa =Italy -> Rome}

Viết bài luận.{}

Không có ngoặc.

Hai câu đúng cùng lúc?{=một =hai ~ba}

Một phương án{~%100%a}

Thiếu dòng trống?{T}
Nên dính vào câu sau?{F}

Sắp xếp các bước: {>3 ALL VERTICAL
Nộp hồ sơ
Giải quyết
Trả kết quả
}`)
  expect(problems).toEqual([
    { number: 1, code: 'unsupported_kind' },
    { number: 2, code: 'unsupported_kind' },
    { number: 3, code: 'unsupported_kind' },
    { number: 4, code: 'unsupported_kind' },
    { number: 5, code: 'unreadable_question' },
    { number: 6, code: 'ambiguous_key' },
    { number: 7, code: 'one_option' },
    { number: 8, code: 'unreadable_question' },
  ])
  expect(questions).toMatchObject([
    { number: 9, kind: 'ordering', options: ['Nộp hồ sơ', 'Giải quyết', 'Trả kết quả'], key: [0, 1, 2] },
  ])
})

const xml = (...questions: string[]) =>
  Buffer.from(`<?xml version="1.0" encoding="UTF-8"?><quiz>${questions.join('')}</quiz>`)
const question = (type: string, text: string, rest: string) =>
  `<question type="${type}"><name><text>n</text></name><questiontext format="html"><text><![CDATA[${text}]]></text></questiontext>${rest}</question>`
const answer = (fraction: string, text: string) =>
  `<answer fraction="${fraction}" format="html"><text>${text}</text></answer>`

test('a file that Moodle wrote is understood: HTML becomes text, shares become a key', async () => {
  const file = await readMoodleXml(
    xml(
      '<question type="category"><category><text>$course$/top/Một cửa // liên thông/Hồ sơ</text></category></question>',
      question(
        'multichoice',
        '<p>Bộ phận <b>một&nbsp;cửa</b> làm gì?</p><p>Chọn hai ý &lt;đúng&gt;.</p>',
        `<generalfeedback format="html"><text>&lt;p&gt;Theo quy định.&lt;/p&gt;&lt;p&gt;Căn cứ: NĐ 118/2025/NĐ-CP&lt;/p&gt;</text></generalfeedback><single>false</single>${answer('33.33333', 'Nhận')}${answer('-100', 'Phạt')}${answer('66.66667', '&lt;p&gt;Trả&lt;br/&gt;kết quả&lt;/p&gt;')}<tags><tag><text>Dễ</text></tag></tags>`,
      ),
      question('truefalse', 'Trời xanh?', answer('0', 'true') + answer('100', 'false')),
      question('ordering', 'Xếp lại cho đúng', answer('2.0000000', 'Sau') + answer('1.0000000', 'Trước')),
      question('essay', 'Viết luận', ''),
      question(
        'multichoice',
        'Có hình <img src="@@PLUGINFILE@@/a.png">',
        `<single>true</single>${answer('100', 'a')}${answer('0', 'b')}`,
      ),
      question('multichoice', 'Nửa đúng nửa sai', `<single>true</single>${answer('50', 'a')}${answer('0', 'b')}`),
    ),
  )
  expect(file.problems).toEqual([
    { number: 4, code: 'unsupported_kind', detail: 'essay' },
    { number: 5, code: 'has_picture' },
    { number: 6, code: 'ambiguous_key' },
  ])
  const heading = 'Hồ sơ'
  expect(file.questions).toEqual([
    {
      ...nothing,
      number: 1,
      kind: 'multiple',
      text: 'Bộ phận một cửa làm gì?\nChọn hai ý <đúng>.',
      options: ['Nhận', 'Phạt', 'Trả\nkết quả'],
      key: [0, 2],
      explanation: 'Theo quy định.',
      legalSource: 'NĐ 118/2025/NĐ-CP',
      difficulty: 'easy',
      heading,
    },
    { ...nothing, number: 2, kind: 'true_false', text: 'Trời xanh?', options: ['Đúng', 'Sai'], key: [1], heading },
    {
      ...nothing,
      number: 3,
      kind: 'ordering',
      text: 'Xếp lại cho đúng',
      options: ['Trước', 'Sau'],
      key: [0, 1],
      heading,
    },
  ])
})

test.each([
  ['what is no XML', 'không phải XML'],
  ['another XML', '<a/>'],
  ['entities of its own', '<!DOCTYPE quiz [<!ENTITY x SYSTEM "file:///etc/passwd">]><quiz>&x;</quiz>'],
])('%s is refused', async (_, text) => {
  await expect(readMoodleXml(Buffer.from(text))).rejects.toMatchObject({ code: 'question_file.unreadable' })
})
