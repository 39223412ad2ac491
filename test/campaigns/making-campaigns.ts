import type { chatPeople as People } from '../../server/chat/chat.table.ts'
import { chatPeople } from '../../server/chat/chat.table.ts'
import type { Citizen, Ctx } from '../../server/ctx.ts'
import type { Reply, StaffClient } from '../world/staff.ts'

export type Piece = {
  id: string | null
  kind: string
  title: string
  summary: string
  reference: string | null
  onDay: string
  place: string
}
export type Plan = { name: string; goals: string; startsOn: string; endsOn: string; pieces: Piece[] } & Record<
  string,
  unknown
>
export type Campaign = {
  id: string
  slug: string
  version: number
  state: string
  plan: Plan
  steps: string[]
  problems: { problem: string; piece: string | null }[]
  sends: { id: string; state: string }[]
}
export type Send = {
  id: string
  version: number
  state: string
  steps: string[]
  draft: Record<string, unknown>
  preview: string
  previewCode: string
  article: string
  problem: string | null
  audience: { people: number; toSend: number; skipped: { reason: string; people: number }[]; inInbox: number } | null
  outcomes: { state: string; problem: string | null; people: number }[]
  history: { action: string; actorName: string; remark: string | null }[]
}

type Versioned = { version: number }
export const ifMatch = ({ version }: Versioned) => ({ 'if-match': `"${version}"` })

/** What a call answered, when it went well. */
export function ok<T>({ status, body }: Reply<T>): T {
  if (status >= 300) throw new Error(`answered ${status} ${JSON.stringify(body)}`)
  return body
}

export const SOURCE = { title: 'Kế hoạch truyền thông của Sở', url: 'https://example.vn/ke-hoach' }

export const piece = (wish: Partial<Piece> = {}): Piece => ({
  ...{ id: null, kind: 'event', title: 'Ngày hội một cửa', summary: 'Gặp cán bộ, hỏi thủ tục.', reference: null },
  ...{ onDay: '2026-11-25', place: 'Trung tâm xã' },
  ...wish,
})

/** A draft of the whole of November 2026, with all that approving asks for. */
export async function draftCampaign(
  writer: StaffClient,
  wish: Partial<Plan> & { unitId?: string } = {},
): Promise<Campaign> {
  const { unitId = 'so-gddt', ...rest } = wish
  const first = { unitId, name: rest.name ?? 'Tháng cải cách hành chính', startsOn: '2026-11-01', endsOn: '2026-11-30' }
  const begun = ok(await writer.post<Campaign>('/admin/api/campaigns', first))
  const plan = {
    ...{ ...begun.plan, goals: 'Mọi người biết nộp hồ sơ ở đâu.', sources: [SOURCE], audiences: ['citizen'] },
    pieces: [piece()],
    ...rest,
  }
  return ok(await writer.put<Campaign>(`/admin/api/campaigns/${begun.id}`, plan, ifMatch(begun)))
}

export function step(by: StaffClient, { id, version }: Versioned & { id: string }, name: string, said: object = {}) {
  return by.post<Campaign>(`/admin/api/campaigns/${id}/steps/${name}`, said, ifMatch({ version }))
}

export async function approvedCampaign(
  writer: StaffClient,
  boss: StaffClient,
  wish: Parameters<typeof draftCampaign>[1] = {},
) {
  return ok(await step(boss, await draftCampaign(writer, wish), 'approve'))
}

export const sendDraft = (
  wish: { kind?: string; segment?: object; body?: object; notBefore?: string; pieceId?: string | null } = {},
) => ({
  kind: wish.kind ?? 'message',
  pieceId: wish.pieceId ?? null,
  segment: { unitIds: [], interests: [], window: 'open', ...wish.segment },
  body: {
    ...{ title: 'Ngày hội một cửa', summary: 'Một ngày gặp cán bộ', text: 'Sáng thứ Bảy, tại trung tâm xã.' },
    coverUrl: 'https://example.vn/bia.jpg',
    ...wish.body,
  },
  notBefore: wish.notBefore ?? '2026-11-23T02:00:00.000Z',
})

export async function draftSend(
  writer: StaffClient,
  campaign: { id: string },
  wish: Parameters<typeof sendDraft>[0] = {},
) {
  return ok(await writer.post<Send>(`/admin/api/campaigns/${campaign.id}/sends`, sendDraft(wish)))
}

export function stepSend(
  by: StaffClient,
  { id, version }: Versioned & { id: string },
  name: string,
  said: object = {},
) {
  return by.post<Send>(`/admin/api/campaign-sends/${id}/steps/${name}`, said, ifMatch({ version }))
}

export const readSend = async (by: StaffClient, { id }: { id: string }) =>
  ok(await by.get<Send>(`/admin/api/campaign-sends/${id}`))

type Service = { ctx: Ctx }
type Person = typeof People.$inferInsert

/** Followers as they stand after having spoken with the account, all within the last hour unless told otherwise. */
export async function makeFollowers(
  { ctx }: Service,
  count: number,
  wish: (at: number) => Partial<Person> = () => ({}),
) {
  const now = ctx.now()
  const rows = Array.from({ length: count }, (_, at): Person => {
    const id = ctx.newId()
    const citizenId = ctx.newId()
    return {
      ...{ id, channel: 'oa', userIndex: `index ${id}`, userSealed: 'sealed', citizenId, firstCitizenId: citizenId },
      ...{ isFollower: true, followMs: now.getTime(), refusesNews: false, mode: 'bot', version: 1 },
      lastInteractionAt: new Date(now.getTime() - 3_600_000).toISOString(),
      createdAt: new Date(now.getTime() - 7_200_000).toISOString(),
      ...wish(at),
    }
  })
  await ctx.write(async (tx) => {
    for (let from = 0; from < rows.length; from += 500) await tx.insert(chatPeople).values(rows.slice(from, from + 500))
  })
  return rows
}

/** As whom an intent hears a follower. */
export function asFollower({ ctx }: Service, { id, citizenId }: Person): Ctx<Citizen> {
  return { ...ctx, actor: { kind: 'citizen', id: citizenId, via: 'chat', sessionId: id }, trail: { rows: 0 } }
}
