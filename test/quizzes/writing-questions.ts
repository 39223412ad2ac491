import type { Reply, StaffClient } from '../world/staff.ts'

export type QuestionReply = {
  id: string
  code: string
  version: number
  flag: string | null
  retiredAt: string | null
  steps: string[]
  problems: { field: string; problem: string }[]
  versions: {
    number: number
    state: string
    body: Record<string, unknown> & { text: string; key: number[] }
    keys: { number: number; key: number[]; byName: string | null; reason: string | null }[]
  }[]
}
type Problem = { code: string; fields?: { field: string; problem: string }[] }

/** A question that lacks nothing. */
export function wholeQuestion(more: Record<string, unknown> = {}) {
  return {
    ...{ kind: 'single', topic: 'giao-duc', difficulty: 'easy', audiences: ['student'], pool: 'practice' },
    text: 'Nộp đơn xin chuyển trường ở đâu?',
    options: ['Trường chuyển đi', 'Trường chuyển đến', 'Bộ', 'Xã'],
    key: [1],
    explanation: 'Đơn nộp ở trường nơi chuyển đến.',
    legalSource: 'Thông tư 15/2026/TT-BGDĐT',
    documentNumber: '15/2026/TT-BGDĐT',
    sources: [{ title: 'Cổng Dịch vụ công quốc gia', url: 'https://dichvucong.gov.vn/' }],
    related: ['procedure:2.002854'],
    ...{ checkedOn: '2026-11-20', reviewBy: '2027-05-20', unverified: [] },
    ...more,
  }
}

export function done<T>({ status, body }: Reply<T>): T {
  if (status !== 200 && status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}

/** The problem's code. */
export const codeOfProblem = ({ body }: Reply<unknown>) => (body as Problem).code
export const fieldsOf = ({ body }: Reply<unknown>) =>
  ((body as Problem).fields ?? []).map(({ field, problem }) => `${field} ${problem}`)

export async function write(author: StaffClient, more: Record<string, unknown> = {}, code?: string) {
  const wish = { unitId: 'so-gddt', body: wholeQuestion(more), ...(code === undefined ? {} : { code }) }
  return done(await author.post<QuestionReply>('/admin/api/questions', wish))
}

const at = ({ version }: { version: number }) => ({ 'if-match': `"${version}"` })

export function save(author: StaffClient, question: QuestionReply, more: Record<string, unknown> = {}) {
  const path = `/admin/api/questions/${question.id}/draft`
  return author.put<QuestionReply>(path, { body: wholeQuestion(more) }, at(question))
}

/** `publish`, `discard`, `retire`, `bring-back`, `pool` or `key`, at the version the person looks at. */
export function step(who: StaffClient, question: QuestionReply, name: string, body?: Record<string, unknown>) {
  return who.post<QuestionReply>(`/admin/api/questions/${question.id}/${name}`, body, at(question))
}

export async function show(who: StaffClient, id: string) {
  return done(await who.get<QuestionReply>(`/admin/api/questions/${id}`))
}

export async function published(
  { author, other }: { author: StaffClient; other: StaffClient },
  more: Record<string, unknown> = {},
) {
  return done(await step(other, await write(author, more), 'publish'))
}
