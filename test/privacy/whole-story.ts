import { answer, findCase, ok, type Phone, type Progress, report, take } from '../feedback/reporting.ts'
import type { StaffClient } from '../world/staff.ts'
import type { createWorld } from '../world/world.ts'

export type World = Awaited<ReturnType<typeof createWorld>>
export const LAN = '4047671499938107249'

/** Words found nowhere else, one for each place a person writes in. */
export const SEALED = {
  name: 'Trương Thị Chuồn Chuồn Kim',
  address: 'Ấp Bìm Bịp Kêu Chiều',
  phone: '0987 601 234',
  email: 'bim.bip.keu.chieu@example.vn',
  guardianName: 'Trương Văn Cà Cuống',
  guardianPhone: '0356 781 902',
}
/** As digits, however a number is written. */
export const NUMBERS = ['987601234', '356781902']
export const WRITTEN = {
  content: 'Con tôi học lớp chim sẻ ngô, hồ sơ nộp đã lâu mà chưa có kết quả trả lời.',
  place: 'Phòng tiếp dân hoa mắc cỡ',
  namedOfficer: 'Ông Nguyễn Cá Lìm Kìm',
  supplement: 'Giấy hẹn của tôi có dấu con cua đồng.',
  reopening: 'Tôi đến nhưng gặp toàn ễnh ương.',
  rating: 'Chậm như ốc bươu vàng.',
}
const OFFICES = {
  question: 'Chị Kim cho xin ảnh giấy hẹn cá lóc.',
  answer: 'Kính gửi chị Kim, hồ sơ bông súng đã ký.',
  note: 'Chị này hay gọi từ quán bánh bèo.',
  title: 'Hồ sơ trễ ở trường chim sẻ ngô',
}

/** Every word that must be gone once Lan is. */
export const ALL_WORDS = [
  ...Object.values(SEALED).filter((word) => !word.startsWith('0')),
  ...NUMBERS,
  ...['chim sẻ ngô', 'hoa mắc cỡ', 'Cá Lìm Kìm', 'cua đồng', 'ễnh ương', 'ốc bươu vàng'],
  ...['cá lóc', 'bông súng', 'bánh bèo'],
]

export function lansReport(change: object = {}) {
  return report({
    ...{ content: WRITTEN.content, place: WRITTEN.place, namedOfficer: WRITTEN.namedOfficer },
    sender: { name: SEALED.name, address: SEALED.address, phone: SEALED.phone, email: SEALED.email },
    isUnder16: true,
    guardian: { name: SEALED.guardianName, phone: SEALED.guardianPhone },
    ...change,
  })
}

export async function openAsLan(world: World) {
  const phone = world.openPhone()
  await phone.signIn({ zaloAccessToken: world.zalo.state.mintToken(LAN) })
  return phone
}

/** Two of the office, where a story begins. */
export async function openOffice(world: World) {
  const officer = await world.signIn({ role: 'feedback_officer', name: 'Lê Văn Hùng' })
  const head = await world.signIn({ role: 'unit_head', name: 'Phạm Thị Hoa' })
  return { officer, head }
}

/** Sent, asked about, supplied, answered, published, rated, opened, and at last asked about again. */
export async function liveThrough(phone: Phone, { officer, head }: { officer: StaffClient; head: StaffClient }) {
  const { code, linkToken } = ok(await phone.post<{ code: string; linkToken: string }>('/api/feedback', lansReport({})))
  let now = await findCase(officer, code)
  for (const [step, said] of [
    ['assign', {}],
    ['begin', {}],
    ['ask', { text: OFFICES.question }],
  ] as const)
    now = ok(await take(officer, now, step, said))
  const more = { text: WRITTEN.supplement, fileIds: [] }
  ok(await phone.post<Progress>(`/api/me/feedback/${code}/supplements`, more))
  const key = { 'idempotency-key': 'the-browser-made-it' }
  ok(await officer.post(`/admin/api/reports/${now.id}/notes`, { text: OFFICES.note }, key))
  ok(await officer.post(`/admin/api/reports/${now.id}/contact`, { reason: 'Gọi lại cho người gửi' }))
  now = await findCase(officer, code)
  now = ok(await take(officer, now, 'draft', { text: OFFICES.answer }))
  now = ok(await take(officer, now, 'submit'))
  now = ok(await take(head, now, 'approve'))
  now = ok(await take(head, now, 'send'))
  const words = { title: OFFICES.title, content: WRITTEN.content, answer: OFFICES.answer, reason: '' }
  ok(await officer.put(`/admin/api/reports/${now.id}/public`, words))
  ok(await phone.post(`/api/me/feedback/${code}/ratings`, { stars: 2, comment: WRITTEN.rating }))
  ok(await phone.post(`/api/me/feedback/${code}/reopenings`, { text: WRITTEN.reopening }))
  return { id: now.id, code, linkToken }
}

/** Somebody else's answered report that everybody may read, for being followed. */
export async function publishAnother(world: World, { officer, head }: { officer: StaffClient; head: StaffClient }) {
  const other = world.openPhone()
  await other.signIn()
  const { code } = ok(await other.post<{ code: string }>('/api/feedback', report()))
  const { id } = await answer(officer, head, code, 'Đã có kết quả.')
  const words = { title: 'Hồ sơ trễ ở Sở', content: 'Người dân chờ quá hẹn.', answer: 'Đã xong.', reason: '' }
  ok(await officer.put(`/admin/api/reports/${id}/public`, words))
  return { other, code, id }
}
