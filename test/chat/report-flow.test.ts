import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { isAllowed } from '../../server/chat/fetch-media.ts'
import type { SentFile } from '../../server/chat/intent.ts'
import { reportIntent } from '../../server/feedback/feedback.chat.ts'
import { reportFiles, reports } from '../../server/feedback/reports.table.ts'
import { takePhoto } from '../attachments/photos.ts'
import { answer, findCase, ok, send } from '../feedback/reporting.ts'
import { createWorld } from '../world/world.ts'
import { openTalk } from './talk.ts'

const STORY = 'Con tôi nộp hồ sơ xin bản sao bằng đã quá hẹn mười ngày mà chưa có kết quả.'

type Talk = Awaited<ReturnType<typeof begin>>['talk']

async function begin(env: Record<string, string> = {}) {
  const world = await createWorld({ at: '2026-11-23T02:00:00Z', env })
  const talk = await openTalk(world.service, reportIntent)
  return { world, talk }
}

/** From the first word to what happened. */
async function tellMatter(talk: Talk, content = STORY) {
  await talk.say('toi muon phan anh')
  await talk.say('1')
  await talk.tap('Hồ sơ giải quyết chậm')
  await talk.say('bỏ qua')
  return talk.say(content)
}

/** From the place to the review. */
async function tellRest(talk: Talk) {
  for (const said of ['Quầy một cửa', 'xong', 'Trần Thị Mai', 'Xã Số Một', '0912 345 678', '1', 'không'])
    await talk.say(said)
  return talk.say('tôi đồng ý')
}

/** A picture standing at an address, as Zalo keeps it for half an hour. */
async function hostPictures(pictures: Record<string, { status?: number; type?: string; bytes: Buffer; to?: string }>) {
  const server = createServer((request, response) => {
    const found = pictures[request.url ?? '']
    response.writeHead(found?.status ?? 200, found?.to ? { location: found.to } : {}).end(found?.bytes)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  const image = (path: string): SentFile => ({ kind: 'image', url: `http://${host}${path}`, name: null })
  return { host, image }
}

test('somebody tells what happened, one short question after another, and gets a code', async () => {
  const { world, talk } = await begin()
  expect(await talk.say('Tôi muốn phản ánh')).toContain('Anh/chị muốn gửi điều gì')
  expect(await talk.say('1')).toContain('mục nào')
  await talk.tap('Hồ sơ giải quyết chậm')
  expect(await talk.say('bỏ qua')).toContain('Chuyện gì đã xảy ra')
  expect(await talk.say('ngắn')).toContain('kể thêm')
  expect(await talk.say(STORY)).toContain('ở đâu')
  await talk.say({ location: { latitude: 10.53512, longitude: 106.41342 } })
  expect(await talk.say('xong')).toContain('người khác và cán bộ bị phản ánh không xem được')
  await talk.say('Trần Thị Mai')
  await talk.say('Xã Số Một')
  expect(await talk.say('12345')).toContain('chưa đúng')
  await talk.say('0912 345 678')
  expect(await talk.say('Đủ 16 tuổi')).toContain('cho đăng')
  expect(await talk.say('cho dang')).toContain('Tôi đồng ý để đơn vị giải quyết')
  const review = await talk.say('tôi đồng ý')
  expect(review).toContain('Vị trí trên bản đồ: 10.53512, 106.41342')
  expect(review).toContain('Trần Thị Mai, Xã Số Một, 0912345678')
  const told = await talk.say('gửi')
  expect(talk.isDone).toBe(true)
  const code = /PA-\w{4}-\w{4}/.exec(told)?.[0] ?? ''
  expect(told).toContain(`/phan-anh/xem/${code.replaceAll('-', '')}#`)
  expect(told).toContain('ngày 15/12/2026')
  const officer = await world.signIn({ role: 'feedback_officer' })
  expect(await findCase(officer, code.replaceAll('-', ''))).toMatchObject({
    state: 'received',
    categoryId: 'ho-so-cham',
  })
})

test('the same event heard again is the same report', async () => {
  const { world, talk } = await begin()
  await tellMatter(talk)
  await tellRest(talk)
  const atReview = talk.state
  const heard = { key: 'the one event', text: 'gửi', files: [], location: null }
  const first = await talk.hear(heard)
  talk.state = atReview
  expect(await talk.hear(heard)).toBe(first)
  expect(await world.service.ctx.db.select({ id: reports.id }).from(reports)).toHaveLength(1)
})

test('pictures in several messages are fetched at once and go with the report', async () => {
  const photo = await takePhoto()
  const { host, image } = await hostPictures({
    '/one.jpg': { bytes: photo },
    '/two.jpg': { bytes: photo },
    '/moved.jpg': { status: 302, bytes: Buffer.alloc(0), to: 'http://127.0.0.1/secret' },
    '/not-a-picture.jpg': { bytes: Buffer.from('<script>') },
  })
  const { world, talk } = await begin({ ZALO_MEDIA_HOSTS: host })
  await tellMatter(talk)
  await talk.say('Quầy một cửa')
  expect(await talk.say({ files: [image('/one.jpg')] })).toContain('tất cả 1')
  expect(await talk.say({ files: [image('/two.jpg')] })).toContain('tất cả 2')
  expect(await talk.say({ files: [image('/moved.jpg')] })).toContain('chưa lấy được')
  expect(await talk.say({ files: [image('/not-a-picture.jpg')] })).toContain('chỉ nhận ảnh')
  expect(await talk.say({ files: [{ kind: 'audio', url: 'https://f.zdn.vn/a.amr', name: null }] })).toContain('gõ lại')
  for (const said of ['xong', 'Trần Thị Mai', 'Xã Số Một', 'mai@example.vn', '1', 'không', 'đồng ý'])
    await talk.say(said)
  expect(talk.heard).toContain('Ảnh, tệp: 2')
  await talk.say('gui')
  const files = await world.service.ctx.db.select().from(reportFiles)
  expect(files.map(({ kind, reportId }) => ({ kind, isSent: reportId !== null }))).toEqual([
    { kind: 'image', isSent: true },
    { kind: 'image', isSent: true },
  ])
})

test('a picture sent before it is asked for is kept, and the question asked again', async () => {
  const { host, image } = await hostPictures({ '/one.jpg': { bytes: await takePhoto() } })
  const { talk } = await begin({ ZALO_MEDIA_HOSTS: host })
  await talk.say('phản ánh')
  const told = await talk.say({ files: [image('/one.jpg')] })
  expect(told).toContain('Đã nhận')
  expect(told).toContain('Anh/chị muốn gửi điều gì')
  expect(talk.state?.draft.fileIds).toHaveLength(1)
})

test('pictures of a report that was given up do not stand in the way of the next', async () => {
  const { host, image } = await hostPictures({ '/one.jpg': { bytes: await takePhoto() } })
  const { talk } = await begin({ ZALO_MEDIA_HOSTS: host })
  await talk.say('phản ánh')
  await talk.say({ files: Array.from({ length: 5 }, () => image('/one.jpg')) })
  expect(await talk.say({ files: [image('/one.jpg')] })).toContain('Đã đủ 5')
  talk.forget()
  await talk.say('phản ánh')
  await talk.say({ files: [image('/one.jpg')] })
  expect(talk.state?.draft.fileIds).toHaveLength(1)
})

test.each([
  ['https://photo-1.zdn.vn/a.jpg', true],
  ['https://zdn.vn/a.jpg', true],
  ['http://photo-1.zdn.vn/a.jpg', false],
  ['https://evilzdn.vn/a.jpg', false],
  ['https://zdn.vn.example.com/a.jpg', false],
  ['https://zdn.vn:8443/a.jpg', false],
  ['https://user@zdn.vn/a.jpg', false],
  ['http://127.0.0.1:3002/media/1', true],
  ['http://127.0.0.1:3003/media/1', false],
  ['http://169.254.169.254/latest', false],
  ['file:///etc/passwd', false],
  ['nothing', false],
])('whether %s is an address of Zalo: %s', (url, expected) => {
  expect(isAllowed(url, ['zdn.vn', '127.0.0.1:3002'])).toBe(expected)
})

test('a tố cáo is told where it goes, and what is none may go on', async () => {
  const { talk } = await begin()
  const told = await tellMatter(talk, 'Tôi tố cáo hiệu trưởng nhận hối lộ của phụ huynh trong trường.')
  expect(told).toContain('phải gửi theo đường riêng')
  expect(told).toContain('/cam-nang/khieu-nai-to-cao')
  expect(await talk.tap('Không phải khiếu nại')).toContain('ở đâu')
  expect(talk.state?.draft.saidNotLegal).toBe(true)
})

test('where a child may be in danger, help comes first', async () => {
  const { talk } = await begin()
  const told = await tellMatter(talk, 'Có một em học sinh bị đánh ở sau trường ngay lúc này, nhờ các cô xem.')
  expect(told.indexOf('111')).toBeGreaterThan(-1)
  expect(told.indexOf('111')).toBeLessThan(told.indexOf('ở đâu'))
})

test('a school is found by a part of its name, and one that is not there can be left out', async () => {
  const { talk } = await begin()
  await talk.say('góp ý')
  await talk.say('2')
  await talk.say('10')
  expect(await talk.say('zzzz khong co')).toContain('Không thấy nơi nào')
  expect(await talk.say('so giao duc')).toContain('Có phải một trong những nơi này')
  await talk.say('1')
  expect(talk.state).toMatchObject({ step: 'content', draft: { unit: { id: 'so-gddt' } } })
})

test('praise may go without a name, a guardian answers for a child', async () => {
  const { world, talk } = await begin()
  await talk.say('khen')
  for (const said of ['3', '10', 'bỏ qua', 'Cô giáo lớp 3A rất tận tình với các con.', 'bỏ qua', 'xong'])
    await talk.say(said)
  expect(talk.heard).toContain('Không muốn ghi tên')
  await talk.say('bỏ qua')
  expect(await talk.say('Chưa đủ 16 tuổi')).toContain('cha, mẹ hoặc người giám hộ')
  await talk.say('Nguyễn Văn Ba')
  await talk.say('0987654321')
  await talk.say('bỏ qua')
  expect(talk.heard).toContain('bạn và người giám hộ')
  await talk.say('đồng ý')
  expect(talk.heard).toContain('Người gửi: không ghi tên')
  await talk.say('gửi')
  const [row] = await world.service.ctx.db.select().from(reports)
  expect(row).toMatchObject({ kind: 'praise', channel: 'chat', mayPublish: false })
})

test('one thing is put right at the end, and what that asks for besides', async () => {
  const { talk } = await begin()
  await talk.say('khen')
  for (const said of ['3', '10', 'bỏ qua', 'Cô giáo lớp 3A rất tận tình với các con.', 'bỏ qua', 'xong'])
    await talk.say(said)
  for (const said of ['bỏ qua', '1', 'không', 'đồng ý']) await talk.say(said)
  await talk.say('đính chính')
  await talk.tap('Loại')
  expect(await talk.say('1')).toContain('họ và tên')
  await talk.say('Trần Thị Mai')
  await talk.say('Xã Số Một')
  const review = await talk.say('0912345678')
  expect(talk.state?.step).toBe('review')
  expect(review).toContain('Loại: Phản ánh việc giải quyết')
})

test.each([['ừ'], ['ok'], ['gửi cho ai vậy'], ['đồng ý'], ['1 lần nữa xem']])(
  '“%s” at the review sends nothing',
  async (said) => {
    const { world, talk } = await begin()
    await tellMatter(talk)
    await tellRest(talk)
    await talk.say(said)
    expect(talk.state?.step).toBe('review')
    expect(await world.service.ctx.db.select().from(reports)).toEqual([])
  },
)

test('a tap on an old button is no part of a story', async () => {
  const { talk } = await begin()
  await talk.say('phản ánh')
  const old = talk.offered[1]?.payload ?? ''
  await talk.say('1')
  await talk.say('1')
  await talk.say('bỏ qua')
  expect(await talk.say(old)).toContain('Nút đó thuộc câu trước')
  expect(talk.state).toMatchObject({ step: 'content', draft: { kind: 'handling', content: '' } })
})

test('“quay lại” leads through what was asked, to the first question', async () => {
  const { talk } = await begin()
  await tellMatter(talk)
  const steps = []
  for (let i = 0; i < 5; i++) {
    await talk.say('quay lại')
    steps.push(talk.state?.step)
  }
  expect(steps).toEqual(['content', 'unit', 'category', 'kind', 'kind'])
})

test('who does not agree sends nothing and may change their mind', async () => {
  const { talk } = await begin()
  await tellMatter(talk)
  for (const said of ['bỏ qua', 'xong', 'Trần Thị Mai', 'Xã Số Một', '0912345678', '1', 'không']) await talk.say(said)
  expect(await talk.say('không đồng ý')).toContain('không gửi phiếu được')
  expect(await talk.say('đồng ý')).toContain('Đúng rồi thì nhắn “gửi”')
})

test('an answer that is there already is offered, and “tôi cũng gặp” is counted', async () => {
  const { world, talk } = await begin()
  const officer = await world.signIn({ role: 'feedback_officer' })
  const head = await world.signIn({ role: 'unit_head' })
  const phone = world.openPhone()
  await phone.signIn()
  const { code } = await send(phone)
  const { id } = await answer(officer, head, code, 'Đã xong.')
  const published = {
    title: 'Bản sao bằng bị chậm',
    content: 'Nộp hồ sơ xin bản sao bằng quá hẹn mười ngày.',
    answer: 'Đã xong.',
  }
  ok(await officer.put(`/admin/api/reports/${id}/public`, { ...published, reason: '' }))
  await tellMatter(talk)
  expect(talk.heard).toContain(`/phan-anh/da-tra-loi/${code}`)
  expect(await talk.say('1')).toContain('cũng gặp')
  expect(await world.service.ctx.db.select().from(reports).where(eq(reports.channel, 'chat'))).toEqual([])
})

test('“gửi” before the end says what is still asked, and a short word is no question', async () => {
  const { talk } = await begin()
  await talk.say('phản ánh')
  expect(await talk.say('ok')).toContain('nhắn số của dòng đó')
  await talk.say('1')
  expect(await talk.say('ok gửi đi')).toContain('Chưa gửi được')
  await talk.tap('Hồ sơ giải quyết chậm')
  await talk.say('bỏ qua')
  expect(await talk.say('gửi')).toContain('Chuyện gì đã xảy ra')
  expect(talk.state?.draft.content).toBe('')
})

test('a question in the middle is nobody’s name', async () => {
  const { talk } = await begin()
  await tellMatter(talk)
  for (const said of ['bỏ qua', 'xong']) await talk.say(said)
  await talk.say('Lệ phí cấp bản sao là bao nhiêu?')
  expect(talk.state).toMatchObject({ step: 'name', draft: { name: '' } })
})
