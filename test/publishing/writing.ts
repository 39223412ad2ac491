import type { StaffClient } from '../world/staff.ts'

export type EditionReply = {
  id: string
  entryId: string
  number: number
  state: string
  version: number
  body: Record<string, unknown>
  steps: string[]
  needsSecondLook: boolean
  problems: { forPreview: Problem[]; forPublishing: Problem[] }
}
type Problem = { field: string; problem: string }
export type EntryReply = { id: string; slug: string; openEditionId: string | null; liveEditionId: string | null }

const SOURCE = { title: 'Nghị quyết 76/NQ-CP ngày 15/7/2021', url: 'https://vanban.chinhphu.vn/' }

/** An explainer that lacks nothing. */
export function wholeArticle(more: Record<string, unknown> = {}) {
  return {
    title: 'Nộp hồ sơ chuyển trường buổi tối',
    summary: 'Cách nộp hồ sơ ngoài giờ hành chính qua Cổng Dịch vụ công quốc gia.',
    column: 'nop-va-tra-cuu',
    publishedOn: '2026-11-23',
    body: '## Trước khi nộp\n\nChuẩn bị **ảnh chụp** giấy tờ.\n\n| Việc | Giờ |\n| --- | --- |\n| Nộp qua mạng | cả ngày |\n',
    searchTerms: ['nộp hồ sơ ban đêm'],
    related: ['procedure:2.002854'],
    sources: [SOURCE],
    checkedOn: '2026-11-20',
    reviewBy: '2027-05-20',
    owner: 'Văn phòng Sở',
    unverified: [],
    ...more,
  }
}

export async function createArticle(
  client: StaffClient,
  { title = 'Nộp hồ sơ chuyển trường buổi tối', unitId = 'so-gddt' } = {},
) {
  const made = await client.post<EntryReply>('/admin/api/entries', { kind: 'article', title, unitId })
  if (made.status !== 201 || made.body.openEditionId === null) throw new Error(JSON.stringify(made.body))
  const edition = await readEdition(client, made.body.openEditionId)
  return { entry: made.body, edition }
}

export async function readEdition(client: StaffClient, id: string) {
  return (await client.get<EditionReply>(`/admin/api/editions/${id}`)).body
}

export function save(
  client: StaffClient,
  edition: { id: string; version: number },
  body: Record<string, unknown>,
  more: { changeKind?: 'major' | 'minor'; changeNote?: string } = {},
) {
  const { changeKind = null, changeNote = null } = more
  return client.put<EditionReply>(
    `/admin/api/editions/${edition.id}`,
    { body, changeKind, changeNote },
    { 'if-match': `"${edition.version}"` },
  )
}

export function take(
  client: StaffClient,
  edition: { id: string; version: number },
  step: string,
  said: Record<string, unknown> = {},
) {
  return client.post<EditionReply>(`/admin/api/editions/${edition.id}/steps/${step}`, said, {
    'if-match': `"${edition.version}"`,
  })
}

/** Written by one, approved and published by the other. */
export async function publishArticle(
  { author, publisher }: { author: StaffClient; publisher: StaffClient },
  body = wholeArticle(),
  title?: string,
) {
  const { entry, edition } = await createArticle(author, title === undefined ? {} : { title })
  let now = expectOk(await save(author, edition, { ...edition.body, ...body }))
  now = expectOk(await take(author, now, 'submit'))
  now = expectOk(await take(publisher, now, 'approve'))
  now = expectOk(await take(publisher, now, 'publish'))
  return { entry, edition: now }
}

export function expectOk<T>({ status, body }: { status: number; body: T }): T {
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body
}
