import { listRounds } from '../../server/contests/contests.queries.ts'
import type { ProcedureFile } from '../../server/procedures/procedures.schemas.ts'
import { keepReads } from '../../server/reading/reads.usecases.ts'
import { keepMisses } from '../../server/search/search.usecases.ts'
import { approvedCampaign, draftSend, makeFollowers } from '../campaigns/making-campaigns.ts'
import { announce, beginContest, wholeContest } from '../contests/building-contests.ts'
import { makeEntry } from '../contests/make-entries.ts'
import { makeQuestions } from '../contests/make-questions.ts'
import { answer, findCase, ok, send, take as takeStep } from '../feedback/reporting.ts'
import {
  createArticle,
  type EntryReply,
  expectOk,
  publishArticle,
  readEdition,
  save,
  take,
  wholeArticle,
} from '../publishing/writing.ts'
import { published, save as saveQuestion } from '../quizzes/writing-questions.ts'
import type { StaffClient } from '../world/staff.ts'
import type { createWorld } from '../world/world.ts'
import { disputeContest } from './contest-of-a-phone.ts'

type World = Awaited<ReturnType<typeof createWorld>>
type Made = { id: string }

export const GONE = 'https://vanban.example.vn/da-go'
const PAGE = { type: 'article', slug: 'co-che-mot-cua' }

/** Half a year of work in a minute: whatever a screen of the staff web can show, it has to show here. */
export async function openBusyOffice(world: World) {
  const officer = await world.signIn({ name: 'Nguyễn Thị Lan' })
  const editor = await world.signIn({ role: 'editor', name: 'Trần Thị Viết' })
  const publisher = await world.signIn({ role: 'publisher', name: 'Phạm Văn Duyệt' })
  await beRead(world, officer)
  const { entry } = await publishArticle(
    { author: officer, publisher },
    wholeArticle({ reviewBy: '2026-11-30', sources: [{ title: 'Trang đã gỡ', url: GONE }] }),
  )
  await officer.post(`/admin/api/entries/${entry.id}/remarks`, { text: 'Nguồn này nên xem lại trong tháng.' })
  await officer.post(`/admin/api/entries/${entry.id}/preview-links`, { label: 'Trường THPT mẫu' })
  await officer.post(`/admin/api/entries/${entry.id}/editions`, {})
  await submit(editor, 'Học phí năm học mới')
  await world.runJob('upkeep.check-links')
  await world.runJob('upkeep.remind')
  return {
    ...{ officer, entryId: entry.id, drafts: await draftEveryKind(officer) },
    linkCode: expectOk(
      await officer.post<{ code: string }>('/admin/api/source-links', { unitId: 'mau-thpt', label: 'Cổng', path: '/' }),
    ).code,
    recheckId: await compare(world, officer),
    ...(await hearPeople(world, officer)),
    ...(await holdContest(world, officer, publisher)),
    ...(await runCampaign(world, editor, publisher)),
    memberId: editor.id,
    questionId: await askQuestion(officer, publisher),
    tokenId: expectOk(
      await officer.post<Made>('/admin/api/tokens', {
        ...{ name: 'Cổng thông tin của Sở', permissions: ['content.read'], unitId: 'so-gddt', expiresInDays: 90 },
      }),
    ).id,
  }
}

/** People look, do not find, read by a poster, and say what they think. */
async function beRead(world: World, officer: StaffClient) {
  const poster = await officer.post<{ code: string }>('/admin/api/source-links', {
    ...{ unitId: 'mau-xa-1', label: 'Bảng tin trước cổng', path: '/' },
  })
  const say = (path: string, body: object, address: string) =>
    world.get(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify(body),
    })
  await say('/api/reads', { ...PAGE, src: expectOk(poster).code }, '203.0.113.1')
  await say('/api/reads', { type: 'situation', slug: 'chuyen-truong' }, '203.0.113.2')
  await say('/api/page-comments', { ...PAGE, isUseful: false, comment: 'Chưa rõ nộp ở đâu.' }, '203.0.113.1')
  await say('/api/page-comments', { ...PAGE, isUseful: true }, '203.0.113.2')
  for (const words of ['trạm vũ trụ quốc tế', 'vũ trụ quốc tế trạm'])
    await world.get(`/api/search?q=${encodeURIComponent(words)}`)
  await keepReads(world.service.ctx)
  await keepMisses(world.service.ctx)
}

/** One contest that runs, with papers begun and a code used twice; one still written; one over and disputed. */
async function holdContest(world: World, officer: StaffClient, publisher: StaffClient) {
  await makeQuestions(world.service, { count: 60 })
  const { id: contestId } = await announce(officer, publisher, await wholeContest(officer))
  const [round] = await listRounds(world.service.ctx.db, contestId)
  const entry = { contestId, unitId: 'mau-thpt', code: 'GV01', roundIds: [round?.id ?? ''] }
  await makeEntry(world.service, { ...entry, name: 'Nguyễn Thị Hoa' })
  await makeEntry(world.service, { ...entry, name: 'Nguyễn Văn Trùng', status: 'held' })
  const { id: contestDraftId } = await beginContest(officer, { name: 'Hội thi năm sau' })
  const contestEndedId = await disputeContest(world, officer, 'Hội thi đã đóng')
  return { contestId, contestDraftId, contestEndedId }
}

/** A campaign that runs, with a message to followers that waits to be looked at. */
async function runCampaign(world: World, editor: StaffClient, publisher: StaffClient) {
  await makeFollowers(world.service, 3, (at) => (at === 0 ? { lastInteractionAt: null } : {}))
  const campaign = await approvedCampaign(editor, publisher)
  return { campaignId: campaign.id, campaignSendId: (await draftSend(editor, campaign)).id }
}

/** One report answered and public, one whose answer waits for its day, one late with a note; and how they are handled. */
async function hearPeople(world: World, officer: StaffClient) {
  const head = await world.signIn({ role: 'unit_head', name: 'Phạm Thị Hoa' })
  const phone = world.openPhone()
  await phone.signIn()
  const [answered, waiting, open] = [await send(phone), await send(phone), await send(phone)]
  const { id: publicId } = await answer(officer, head, answered.code, 'Hồ sơ đã có kết quả.')
  const words = { content: 'Người dân chờ quá hẹn.', answer: 'Hồ sơ đã có kết quả.', reason: '' }
  ok(await officer.put(`/admin/api/reports/${publicId}/public`, { title: 'Hồ sơ bị chậm', ...words }))
  let now = await findCase(officer, waiting.code)
  for (const [step, said] of [
    ['assign', {}],
    ['begin', {}],
    ['draft', { text: 'Mời anh/chị đến nhận.' }],
    ['submit', {}],
  ] as const)
    now = ok(await takeStep(officer, now, step, said))
  ok(await takeStep(head, now, 'approve', { answerDay: '2026-11-27' }))
  const { id: reportId } = await findCase(officer, open.code)
  ok(await officer.post(`/admin/api/reports/${reportId}/notes`, { text: 'Đã gọi phòng Khảo thí.' }))
  const template = { use: 'answer', categoryId: null, title: 'Hồ sơ đã xong', text: 'Mời đến nhận.', isActive: true }
  ok(await officer.post('/admin/api/feedback/templates', { ...template, unitId: 'so-gddt' }))
  const route = { categoryId: 'khac', concernedUnitId: null, unitId: 'mau-thpt', validFrom: '2026-12-01' }
  ok(await officer.post('/admin/api/feedback/routes', route))
  const morning = [{ opens: '07:00', closes: '11:00' }]
  const mornings = { monday: morning, tuesday: morning, wednesday: morning, thursday: morning, friday: morning }
  const hours = { ...mornings, saturday: [], sunday: [], makeUpDay: morning }
  ok(await officer.put('/admin/api/feedback/office-hours/so-gddt', { validFrom: '2026-12-01', hours }))
  return { reportId, publicId, reportCode: open.code, waitingCode: waiting.code }
}

async function submit(author: StaffClient, title: string) {
  const { edition } = await createArticle(author, { title })
  const saved = expectOk(await save(author, edition, { ...edition.body, ...wholeArticle({ title }) }))
  expectOk(await take(author, saved, 'submit'))
}

/** One draft of each kind that comes with content, begun from what people read now; an answer from nothing. */
async function draftEveryKind(officer: StaffClient) {
  const drafts = new Map<string, string>()
  for (const kind of ['procedure', 'document', 'index', 'situation', 'answer', 'announcement']) {
    const list = await officer.get<{ items: { id: string }[] }>(`/admin/api/entries?kind=${kind}`)
    const [first] = expectOk(list).items
    const made =
      first ??
      expectOk(
        await officer.post<Made>('/admin/api/entries', { kind, title: 'Lịch nghỉ Tết của bộ phận', unitId: 'so-gddt' }),
      )
    if (first) expectOk(await officer.post(`/admin/api/entries/${first.id}/editions`, {}))
    if (kind === 'announcement') await writeAnnouncement(officer, made.id)
    drafts.set(kind, made.id)
  }
  return drafts
}

async function writeAnnouncement(officer: StaffClient, id: string) {
  const { openEditionId } = expectOk(await officer.get<EntryReply>(`/admin/api/entries/${id}`))
  const draft = await readEdition(officer, openEditionId ?? '')
  expectOk(await save(officer, draft, { ...draft.body, text: 'Bộ phận Một cửa nghỉ từ mùng một đến mùng bốn.' }))
}

/** In use, with a draft of its next version. */
async function askQuestion(author: StaffClient, other: StaffClient) {
  const question = await published({ author, other })
  expectOk(await saveQuestion(author, question, { difficulty: 'medium' }))
  return question.id
}

async function compare(world: World, officer: StaffClient) {
  const { code } = await world.getJson<ProcedureFile>('/api/procedures/chuyen-truong')
  const query = new URLSearchParams({ name: 'Cổng quốc gia', exportedOn: '2026-11-20', unitId: 'so-gddt' })
  const response = await fetch(`${world.url}/admin/api/rechecks?${query}`, {
    method: 'POST',
    headers: { origin: world.url, cookie: officer.cookie, 'content-type': 'application/json' },
    body: JSON.stringify([{ code, times: '3 ngày làm việc' }, { code: '9.999999' }]),
  })
  return expectOk({ status: response.status, body: (await response.json()) as Made }).id
}
