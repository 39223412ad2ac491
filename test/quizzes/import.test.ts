import { expect, test } from 'vitest'
import type { FileFormat } from '../../server/question-files/question-files.schemas.ts'
import { readQuestionFile } from '../../server/question-files/read-question-file.ts'
import { SHEET_COLUMNS } from '../../server/question-files/sheet-columns.ts'
import type { Cell } from '../../server/spreadsheets/cell.ts'
import { readSpreadsheet } from '../../server/spreadsheets/read-spreadsheet.ts'
import { writeSpreadsheet } from '../../server/spreadsheets/write-spreadsheet.ts'
import { line, wordFile } from '../question-files/word.ts'
import { createWorld } from '../world/world.ts'

type World = Awaited<ReturnType<typeof createWorld>>
type Client = Awaited<ReturnType<World['signIn']>>
type Report = {
  applied: boolean
  questions: { number: number; code: string | null; topic: string; difficulty: string; text: string; key: number[] }[]
  problems: { number: number | null; code: string; detail?: string }[]
  alike: { number: number; code: string }[]
  code?: string
}

const WISH = {
  unitId: 'so-gddt',
  pool: 'contest',
  topic: 'mot-cua',
  difficulty: 'medium',
  audience: 'student',
  sourceTitle: 'Sở Giáo dục và Đào tạo',
  sourceUrl: 'https://sgddt.tayninh.gov.vn/cchc',
  reviewBy: '2027-11-23',
}

async function open() {
  const world = await createWorld()
  const minh = await world.signIn({ role: 'quiz_manager' })
  return { world, minh, send: senderFor(world, minh) }
}

function senderFor(world: World, { cookie }: Client) {
  return async (bytes: Buffer, format: FileFormat, wish: Record<string, string> = {}) => {
    const query = new URLSearchParams({ ...WISH, format, ...wish })
    const response = await fetch(`${world.url}/admin/api/question-imports?${query}`, {
      method: 'POST',
      headers: { cookie, origin: world.url },
      body: new Uint8Array(bytes),
    })
    return { status: response.status, body: (await response.json()) as Report }
  }
}

async function download(world: World, { cookie }: Client, path: string) {
  const response = await fetch(`${world.url}/admin/api/${path}`, { headers: { cookie, origin: world.url } })
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}

/** Everything an import could leave behind. */
const traces = ({ service }: World) =>
  Promise.all(
    ['quiz_questions', 'question_versions', 'question_keys', 'audit_entries'].map((table) =>
      service.ctx.db.values(`SELECT * FROM ${table} ORDER BY 1, 2`),
    ),
  )

const paper = (...more: Parameters<typeof wordFile>) =>
  wordFile(
    line('Phần 1. Dịch vụ công'),
    line('Câu 1. Mở hồ sơ trực tuyến lúc nào?'),
    ...[line({ underlined: 'A' }, '. Bất cứ lúc nào'), line('B. Chỉ giờ hành chính')],
    line('Lời giải: Cổng mở suốt ngày đêm.'),
    line('Phần 2. Đọc thêm'),
    line('Câu 2. Ai ký giấy hẹn trả kết quả?'),
    ...[line('A. Người dân'), line({ underlined: 'B' }, '. Người tiếp nhận')],
    ...more,
  )

test('a dry run tells what would come in and changes nothing; keeping it makes drafts of all, with codes and one line in the log', async () => {
  const { world, minh, send } = await open()
  const before = await traces(world)
  const told = await send(await paper(), 'docx')
  const first = {
    number: 1,
    code: null,
    kind: 'single',
    topic: 'dich-vu-cong',
    difficulty: 'medium',
    text: 'Mở hồ sơ trực tuyến lúc nào?',
    options: ['Bất cứ lúc nào', 'Chỉ giờ hành chính'],
    key: [0],
    explanation: 'Cổng mở suốt ngày đêm.',
  }
  const second = {
    ...first,
    number: 2,
    topic: 'mot-cua',
    text: 'Ai ký giấy hẹn trả kết quả?',
    options: ['Người dân', 'Người tiếp nhận'],
    key: [1],
    explanation: '',
  }
  expect(told).toEqual({
    status: 200,
    body: { applied: false, questions: [first, second], problems: [], alike: [] },
  })
  expect(await traces(world)).toEqual(before)

  const kept = await send(await paper(), 'docx', { dryRun: 'false' })
  expect(kept.body).toEqual({
    applied: true,
    questions: [
      { ...first, code: 'CH-00001' },
      { ...second, code: 'CH-00002' },
    ],
    problems: [],
    alike: [],
  })
  const drafts = await minh.get<{ items: { code: string; topic: string; pool: string }[] }>(
    '/admin/api/questions?state=draft&pool=contest',
  )
  expect(drafts.body.items.map(({ code, topic, pool }) => [code, topic, pool]).sort()).toEqual([
    ['CH-00001', 'dich-vu-cong', 'contest'],
    ['CH-00002', 'mot-cua', 'contest'],
  ])
  const log = await world.service.ctx.db.values(
    `SELECT action, unit_id, json_extract(after, '$.questions') FROM audit_entries WHERE action = 'question.import'`,
  )
  expect(log).toEqual([['question.import', 'so-gddt', 2]])
})

test('what the file leaves open is filled in from the form, and another person still has to publish it', async () => {
  const { minh, send } = await open()
  await send(await paper(), 'docx', { dryRun: 'false' })
  const list = await minh.get<{ items: { id: string; code: string }[] }>(
    '/admin/api/questions?state=draft&pool=contest',
  )
  const id = list.body.items.find(({ code }) => code === 'CH-00002')?.id
  const one = await minh.get<{ versions: { origin: string; body: object }[]; steps: string[] }>(
    `/admin/api/questions/${id}`,
  )
  expect(one.body.versions).toMatchObject([
    {
      origin: 'import',
      body: {
        audiences: ['student'],
        sources: [{ title: 'Sở Giáo dục và Đào tạo', url: 'https://sgddt.tayninh.gov.vn/cchc' }],
        checkedOn: '2026-11-23',
        reviewBy: '2027-11-23',
        unverified: [],
      },
    },
  ])
  expect(one.body.steps).not.toContain('publish')
})

test('with one wrong question nothing at all comes in, and it is told which', async () => {
  const { world, send } = await open()
  const before = await traces(world)
  const wrong = await paper(line('Câu 3. Không có đáp án?'), line('A. Một'), line('B. Hai'))
  const told = await send(wrong, 'docx')
  expect(told.body.problems).toEqual([{ number: 3, code: 'no_key' }])
  expect(told.body.questions.map(({ number }) => number)).toEqual([1, 2])
  const refused = await send(wrong, 'docx', { dryRun: 'false' })
  expect([refused.status, refused.body.code, refused.body.problems]).toEqual([
    422,
    'question_import.refused',
    [{ number: 3, code: 'no_key' }],
  ])
  expect(await traces(world)).toEqual(before)
})

test('the same file a second time is refused, question by question; the same words with other options are only pointed out', async () => {
  const { send } = await open()
  await send(await paper(), 'docx', { dryRun: 'false' })
  const again = await send(await paper(), 'docx')
  expect(again.body.problems).toEqual([
    { number: 1, code: 'duplicate_in_bank', detail: 'CH-00001' },
    { number: 2, code: 'duplicate_in_bank', detail: 'CH-00002' },
  ])
  const turned = Buffer.from(
    'AI KÝ GIẤY HẸN trả kết quả?{=người tiếp nhận ~người dân}\n\nAi ký giấy hẹn trả kết quả?{=Giám đốc ~Bảo vệ}\n\nAi ký giấy hẹn trả kết quả?{~Bảo vệ =Giám đốc}',
  )
  const { body } = await send(turned, 'gift')
  expect([body.problems, body.alike]).toEqual([
    [
      { number: 1, code: 'duplicate_in_bank', detail: 'CH-00002' },
      { number: 3, code: 'duplicate_in_file', detail: '2' },
    ],
    [{ number: 2, code: 'CH-00002' }],
  ])
})

test('of two people who keep the same file at once one succeeds', async () => {
  const { world, send } = await open()
  const other = senderFor(world, await world.signIn({ role: 'quiz_manager' }))
  const bytes = Buffer.from('Câu của hai người cùng gửi?{=có ~không}')
  const answers = await Promise.all([
    send(bytes, 'gift', { dryRun: 'false' }),
    other(bytes, 'gift', { dryRun: 'false' }),
  ])
  const codes = answers.map(({ body }) => body.code ?? 'kept').sort()
  expect(codes[0]).toBe('kept')
  // The later one is told at once when it was read after, or when it is about to be kept.
  expect(['question_import.changed_meanwhile', 'question_import.refused']).toContain(codes[1])
  const kept = await world.service.ctx.db.values(`SELECT code FROM quiz_questions WHERE code LIKE 'CH-%'`)
  expect(kept).toEqual([['CH-00001']])
})

const COLUMNS = Object.values(SHEET_COLUMNS).map(({ title }) => ({ title }))
const sheet = (...rows: Record<string, Cell>[]) =>
  writeSpreadsheet({
    sheet: 'Câu hỏi',
    columns: COLUMNS,
    rows: rows.map((row) => COLUMNS.map(({ title }) => row[title] ?? null)),
  })

test('a spreadsheet is taken in with its own topics, words and sources; each wrong cell is told', async () => {
  const { send } = await open()
  const { body } = await send(
    await sheet(
      {
        'Câu hỏi': 'Hồ sơ đúng hạn là gì?',
        A: 'Trả đúng hẹn',
        B: 'Trả trễ',
        'Đáp án': 'A',
        'Chủ đề': 'Dịch vụ công',
        'Mức độ': 'khó',
      },
      { 'Câu hỏi': 'Xếp các bước cho đúng', Loại: 'sắp xếp', A: 'Hai', B: 'Một', C: 'Ba', 'Đáp án': 'B, A, C' },
      { 'Câu hỏi': 'Chọn hai số chẵn', A: 1, B: 2, C: 4, 'Đáp án': 'B,C', Nguồn: 'Sách\nCổng https://a.vn/b' },
      { 'Câu hỏi': 'Nộp hồ sơ qua mạng được không?', Loại: 'Đúng - Sai', 'Đáp án': 'Đúng' },
      { 'Câu hỏi': 'Chủ đề lạ ở đây?', A: 'x', B: 'y', 'Đáp án': 'A', 'Chủ đề': 'Bói toán' },
      { 'Câu hỏi': 'Mức độ lạ ở đây?', A: 'x', B: 'y', 'Đáp án': 'A', 'Mức độ': 'siêu khó' },
      { 'Câu hỏi': 'Cách cột', A: 'x', C: 'y', 'Đáp án': 'A' },
      { 'Câu hỏi': 'Đáp án lạ', A: 'x', B: 'y', 'Đáp án': 'D' },
      { 'Câu hỏi': 'Xếp thiếu chữ', Loại: 'Sắp xếp', A: 'x', B: 'y', C: 'z', 'Đáp án': 'A,B' },
    ),
    'xlsx',
  )
  expect(body.questions.map(({ number, topic, difficulty, key }) => ({ number, topic, difficulty, key }))).toEqual([
    { number: 1, topic: 'dich-vu-cong', difficulty: 'hard', key: [0] },
    { number: 2, topic: 'mot-cua', difficulty: 'medium', key: [1, 0, 2] },
    { number: 3, topic: 'mot-cua', difficulty: 'medium', key: [1, 2] },
    { number: 4, topic: 'mot-cua', difficulty: 'medium', key: [0] },
  ])
  expect(body.problems).toEqual([
    { number: 5, code: 'unknown_topic', detail: 'Bói toán' },
    { number: 6, code: 'unknown_difficulty', detail: 'siêu khó' },
    { number: 7, code: 'letter_gap', detail: 'B' },
    { number: 8, code: 'key_not_an_option', detail: 'D' },
    { number: 8, code: 'no_key' },
    { number: 9, code: 'ambiguous_key' },
  ])
})

test('headings that are missing or unknown are told at once', async () => {
  const { send } = await open()
  const { body } = await send(
    await writeSpreadsheet({
      sheet: 'A',
      columns: [{ title: 'câu HỎI' }, { title: 'A' }, { title: 'Điểm' }],
      rows: [['x']],
    }),
    'xlsx',
  )
  expect(body.problems).toEqual([
    { number: null, code: 'unknown_column', detail: 'Điểm' },
    { number: null, code: 'missing_column', detail: 'B' },
    { number: null, code: 'missing_column', detail: 'Đáp án' },
  ])
})

test('the template opens with the headings, and says how to fill it in and which topics there are', async () => {
  const { world, minh } = await open()
  const { bytes, headers } = await download(world, minh, 'question-imports/template')
  expect(headers.get('content-disposition')).toBe('attachment; filename="mau-cau-hoi.xlsx"')
  expect(await readSpreadsheet(bytes)).toEqual([COLUMNS.map(({ title }) => title)])
})

test.each(['xlsx', 'xml', 'gift'] as const)(
  'what left the bank as .%s comes back as the same questions',
  async (format) => {
    const { world, minh } = await open()
    const { bytes, status } = await download(world, minh, `questions.${format}?topic=dich-vu-cong`)
    const list = await minh.get<{ items: { text: string }[] }>('/admin/api/questions?topic=dich-vu-cong')
    const { questions, problems } = await readQuestionFile(format, bytes)
    expect([status, problems]).toEqual([200, []])
    expect(questions.length).toBeGreaterThan(3)
    expect(questions.map(({ text }) => text).sort()).toEqual(list.body.items.map(({ text }) => text).sort())
    const log = await world.service.ctx.db.values(
      `SELECT json_extract(after, '$.format'), json_extract(after, '$.questions') FROM audit_entries WHERE action = 'question.export'`,
    )
    expect(log).toEqual([[format, questions.length]])
  },
)

test('who may not write questions imports none, and for another unit nobody does', async () => {
  const { world } = await open()
  const bytes = Buffer.from('Có được không?{=có ~không}')
  const viewer = await senderFor(world, await world.signIn({ role: 'viewer' }))(bytes, 'gift')
  expect([viewer.status, viewer.body.code]).toEqual([403, 'staff.forbidden'])
  const ofCommune = await senderFor(world, await world.signIn({ role: 'quiz_manager', unitId: 'mau-xa-1' }))(
    bytes,
    'gift',
  )
  expect([ofCommune.status, ofCommune.body.code]).toEqual([403, 'staff.forbidden'])
})

test('a file out of the bank holds the questions of one’s own units only', async () => {
  const { world } = await open()
  const ofCommune = await world.signIn({ role: 'quiz_manager', unitId: 'mau-xa-1' })
  await senderFor(world, ofCommune)(Buffer.from('Xã có mấy ấp?{=bảy ~tám}'), 'gift', {
    dryRun: 'false',
    unitId: 'mau-xa-1',
  })
  const { bytes } = await download(world, ofCommune, 'questions.gift?state=draft')
  expect((await readQuestionFile('gift', bytes)).questions.map(({ text }) => text)).toEqual(['Xã có mấy ấp?'])
})

test.each([
  ['an unknown topic', { topic: 'khong-co' }],
  ['a day of review that is over', { reviewBy: '2026-11-23' }],
  ['a unit that is none', { unitId: 'khong-co' }],
])('%s in the form is refused', async (_, wish) => {
  const { send } = await open()
  const { status } = await send(Buffer.from('Có được không?{=có ~không}'), 'gift', wish)
  expect(status).toBeGreaterThanOrEqual(400)
  expect(status).toBeLessThan(500)
})

test.each([
  ['Nộp\nGiải quyết\nTrả', ['Giải quyết', 'Nộp', 'Trả'], [1, 0, 2]],
  ['Ăn\nBơi\nCười', ['Cười', 'Bơi', 'Ăn'], [2, 1, 0]],
])('steps that a file lists in their right order are kept in another: %j', async (steps, options, key) => {
  const { send } = await open()
  const { body } = await send(Buffer.from(`Xếp lại các việc{>3 ALL VERTICAL\n${steps}\n}`), 'gift')
  expect(body.questions).toMatchObject([{ kind: 'ordering', options, key }])
})

test('300 questions come in with one write', async () => {
  const { world, send } = await open()
  const text = Array.from({ length: 300 }, (_, at) => `Câu hỏi thứ ${at}?{=đúng ${at} ~sai ${at} ~sai nữa}`).join(
    '\n\n',
  )
  const { body } = await send(Buffer.from(text), 'gift', { dryRun: 'false' })
  expect([body.applied, body.questions.length, body.questions.at(-1)?.code]).toEqual([true, 300, 'CH-00300'])
  const kept = await world.service.ctx.db.values(
    `SELECT count(*), count(DISTINCT code) FROM quiz_questions WHERE code LIKE 'CH-%'`,
  )
  expect(kept).toEqual([[300, 300]])
})
