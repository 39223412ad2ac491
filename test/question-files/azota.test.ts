import { AlignmentType, Document, LevelFormat, Packer, Paragraph, TextRun } from 'docx'
import { expect, test } from 'vitest'
import { readWordFile } from '../../server/question-files/word-file.ts'
import { line, table, wordFile } from './word.ts'

const read = async (...children: Parameters<typeof wordFile>) => readWordFile(await wordFile(...children))
const nothing = { explanation: '', legalSource: null, documentNumber: null, sources: [] }

test('a teacher’s paper comes in as it is read: groups, options on lines of their own or side by side, the underlined key, why', async () => {
  const file = await read(
    line('ĐỀ ÔN TẬP CẢI CÁCH HÀNH CHÍNH'),
    line('Phần I. Dịch vụ công'),
    line('Câu 1. Người dân nộp hồ sơ trực tuyến ở đâu?'),
    line({ underlined: 'A' }, '. Cổng Dịch vụ công quốc gia'),
    line('B. Nhà hàng xóm'),
    line('C. Chợ Long Hoa'),
    line('Lời giải: Cổng quốc gia là nơi nộp chung.'),
    line('Căn cứ: Nghị định 118/2025/NĐ-CP'),
    line('Câu 2: Điểm A. Sau đó là gì?'),
    line('A. Một\tB. Hai\t', { underlined: 'C.' }, ' Ba\tD. Bốn'),
    line('Phần II: Một cửa'),
    line('Câu 3: Những việc nào làm tại bộ phận một cửa? A. Nhận hồ sơ B. Trả kết quả C. Xử phạt'),
    line('Hướng dẫn giải'),
    line('Chọn A, B'),
    line('Vì bộ phận một cửa nhận và trả.'),
    line('Câu 4. Hồ sơ trực tuyến có giá trị như hồ sơ giấy.'),
    line('A. Sai'),
    line({ underlined: 'B. Đúng' }),
  )
  expect(file).toEqual({
    problems: [],
    questions: [
      {
        ...nothing,
        number: 1,
        kind: 'single',
        text: 'Người dân nộp hồ sơ trực tuyến ở đâu?',
        options: ['Cổng Dịch vụ công quốc gia', 'Nhà hàng xóm', 'Chợ Long Hoa'],
        key: [0],
        explanation: 'Cổng quốc gia là nơi nộp chung.',
        legalSource: 'Nghị định 118/2025/NĐ-CP',
        heading: 'Dịch vụ công',
      },
      {
        ...nothing,
        number: 2,
        kind: 'single',
        text: 'Điểm A. Sau đó là gì?',
        options: ['Một', 'Hai', 'Ba', 'Bốn'],
        key: [2],
        heading: 'Dịch vụ công',
      },
      {
        ...nothing,
        number: 3,
        kind: 'multiple',
        text: 'Những việc nào làm tại bộ phận một cửa?',
        options: ['Nhận hồ sơ', 'Trả kết quả', 'Xử phạt'],
        key: [0, 1],
        explanation: 'Vì bộ phận một cửa nhận và trả.',
        heading: 'Một cửa',
      },
      {
        ...nothing,
        number: 4,
        kind: 'true_false',
        text: 'Hồ sơ trực tuyến có giá trị như hồ sơ giấy.',
        options: ['Đúng', 'Sai'],
        key: [0],
        heading: 'Một cửa',
      },
    ],
  })
})

const question = (number: number) => [
  line(`Câu ${number}. Câu hỏi thứ ${number}?`),
  line('A. Một'),
  line('B. Hai'),
  line('C. Ba'),
]
const four = [1, 2, 3, 4].flatMap(question)
const keys = [[0], [1], [2], [0]]

test.each([
  ['on lines', [line('Bảng đáp án'), line('1-A 2.B'), line('3c, 4: A')]],
  ['on the line of the heading', [line('BẢNG ĐÁP ÁN: 1A 2B 3C 4A')]],
  [
    'in cells',
    [
      line('Đáp án'),
      table([
        ['1-A', '2-B'],
        ['3-C', '4-A'],
      ]),
    ],
  ],
  [
    'as numbers over letters',
    [
      table([
        ['Câu', '1', '2', '3', '4'],
        ['Đáp án', 'A', 'B', 'C', 'A'],
      ]),
    ],
  ],
  [
    'as numbers beside letters',
    [
      table([
        ['Câu', 'Đáp án'],
        ['1', 'A'],
        ['2', 'B'],
        ['3', 'C'],
        ['4', 'A'],
      ]),
    ],
  ],
  ['line by line', [line('ĐÁP ÁN'), line('Câu 1: A'), line('Câu 2: B'), line('Câu 3: C'), line('Câu 4: A')]],
])('a table of answers is understood %s', async (_, answers) => {
  const { questions, problems } = await read(...four, ...answers)
  expect([problems, questions.map(({ key }) => key)]).toEqual([[], keys])
})

test('explanations at the end, after the answers, go to their questions', async () => {
  const { questions, problems } = await read(
    ...question(1),
    ...question(2),
    line('Bảng đáp án'),
    line('1-A 2-B'),
    line('HƯỚNG DẪN GIẢI CHI TIẾT'),
    line('Câu 1. Vì một là đầu.'),
    line('Câu 2. Vì hai là sau.'),
    line('Xem thêm bài 2.'),
  )
  expect(problems).toEqual([])
  expect(questions.map(({ explanation }) => explanation)).toEqual(['Vì một là đầu.', 'Vì hai là sau.\nXem thêm bài 2.'])
})

test('options placed in the cells of a table are options all the same', async () => {
  const { questions } = await read(
    line('Câu 1. Chọn một ô?'),
    table([
      ['A. Trên trái', 'B. Trên phải'],
      ['C. Dưới trái', 'D. Dưới phải'],
    ]),
    line('Bảng đáp án: 1D'),
  )
  expect(questions).toMatchObject([{ options: ['Trên trái', 'Trên phải', 'Dưới trái', 'Dưới phải'], key: [3] }])
})

test('what Word numbers by itself is read as it is printed', async () => {
  const level = (text: string, format: (typeof LevelFormat)[keyof typeof LevelFormat], at: number) => ({
    level: at,
    text,
    format,
    alignment: AlignmentType.LEFT,
  })
  const levels = [level('Câu %1.', LevelFormat.DECIMAL, 0), level('%2.', LevelFormat.UPPER_LETTER, 1)]
  const item = (at: number, text: string, underlined = false) =>
    new Paragraph({
      numbering: { reference: 'paper', level: at },
      children: [underlined ? new TextRun({ text, underline: {} }) : new TextRun(text)],
    })
  const bytes = await Packer.toBuffer(
    new Document({
      numbering: { config: [{ reference: 'paper', levels }] },
      sections: [
        {
          children: [
            ...[item(0, 'Tỉnh nào có núi Bà Đen?'), item(1, 'Tây Ninh', true), item(1, 'Cà Mau')],
            ...[item(0, 'Sông nào chảy qua Tây Ninh?'), item(1, 'Sông Hồng'), item(1, 'Vàm Cỏ Đông', true)],
          ],
        },
      ],
    }),
  )
  expect(await readWordFile(bytes)).toMatchObject({
    problems: [],
    questions: [
      { number: 1, text: 'Tỉnh nào có núi Bà Đen?', options: ['Tây Ninh', 'Cà Mau'], key: [0] },
      { number: 2, text: 'Sông nào chảy qua Tây Ninh?', options: ['Sông Hồng', 'Vàm Cỏ Đông'], key: [1] },
    ],
  })
})

test('an underlined word inside an option is part of what is asked, not the key', async () => {
  const { questions } = await read(
    line('Câu 1. Từ nào được gạch chân sai?'),
    line('A. giải ', { underlined: 'quyết' }),
    line({ underlined: 'B' }, '. tiếp ', { underlined: 'nhận' }),
    line('C. hồ ', { underlined: 'sơ' }),
  )
  expect(questions).toMatchObject([{ key: [1] }])
})

test('each thing that is wrong is told with the number of its question, and the right ones stay', async () => {
  const { questions, problems } = await read(
    ...[line('Câu 1. Gạch chân một đằng?'), line({ underlined: 'A' }, '. Một'), line('B. Hai')],
    ...[line('Câu 2. Không có đáp án?'), line('A. Một'), line('B. Hai')],
    ...[line('Câu 3. Chỉ có một phương án?'), line({ underlined: 'A' }, '. Một')],
    ...[line('Câu 4. Hai phương án trùng nhau?'), line({ underlined: 'A' }, '. Một'), line('B. MỘT')],
    ...[line('Câu 5. Thiếu chữ cái?'), line({ underlined: 'A' }, '. Một'), line('C. Ba')],
    ...[line('Câu 6. Lặp số câu?'), line({ underlined: 'A' }, '. Một'), line('B. Hai')],
    ...[line('Câu 6. Lặp số câu nữa?'), line({ underlined: 'A' }, '. Một'), line('B. Hai')],
    ...[line('Câu 7. Đáp án không có trong phương án?'), line('A. Một'), line('B. Hai')],
    ...[line('Câu 8. Không sai gì cả?'), line('A. Một'), line({ underlined: 'B' }, '. Hai')],
    line('Bảng đáp án'),
    line('1-B 7-D 9-A'),
  )
  expect(questions.map(({ number }) => number)).toEqual([8])
  expect(problems).toEqual([
    { number: 1, code: 'underline_differs', detail: 'A / B' },
    { number: 2, code: 'no_key' },
    { number: 3, code: 'one_option' },
    { number: 4, code: 'duplicate_option', detail: 'A, B' },
    { number: 5, code: 'letter_gap', detail: 'B' },
    { number: 6, code: 'repeated_number' },
    { number: 7, code: 'key_not_an_option', detail: 'D' },
    { number: 7, code: 'no_key' },
    { number: 9, code: 'answer_without_question' },
  ])
})

test('a file of 50 questions comes in whole', async () => {
  const numbers = Array.from({ length: 50 }, (_, at) => at + 1)
  const { questions, problems } = await read(
    ...numbers.flatMap((number) => [
      line(`Câu ${number}. Thời hạn giải quyết thủ tục số ${number} là bao nhiêu ngày làm việc?`),
      ...['A', 'B', 'C', 'D'].map((letter, place) =>
        number % 4 === place
          ? line({ underlined: letter }, `. ${place + number} ngày`)
          : line(`${letter}. ${place + number} ngày`),
      ),
      line(`Lời giải: Quyết định công bố thủ tục số ${number}.`),
    ]),
  )
  expect(problems).toEqual([])
  expect(questions).toEqual(
    numbers.map((number) => ({
      ...nothing,
      number,
      kind: 'single',
      text: `Thời hạn giải quyết thủ tục số ${number} là bao nhiêu ngày làm việc?`,
      options: [0, 1, 2, 3].map((place) => `${place + number} ngày`),
      key: [number % 4],
      explanation: `Quyết định công bố thủ tục số ${number}.`,
    })),
  )
})
