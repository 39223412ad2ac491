import type { components } from '../../admin/api/schema.gen.ts'
import type { StaffClient } from '../world/staff.ts'

export type Contest = components['schemas']['StaffContest']
export type Settings = components['schemas']['ContestSettings']

/** 2026-11-23 09:00 in Vietnam is the clock of a world; the first round opens a week later. */
export const FIRST_DAY = '2026-11-30'
export const DECISION = {
  title: 'Quyết định 12/QĐ-SGDĐT ban hành thể lệ hội thi',
  url: 'https://example.gov.vn/qd-12',
}

export function ok<T>({ status, body }: { status: number; body: T }): T {
  if (status >= 300) throw new Error(`answered ${status} ${JSON.stringify(body)}`)
  return body
}

export const ifMatch = ({ version }: { version: number }) => ({ 'if-match': `"${version}"` })

export async function beginContest(officer: StaffClient, wish: object = {}): Promise<Contest> {
  const body = {
    ...{ unitId: 'so-gddt', name: 'Hội thi tìm hiểu cải cách hành chính', firstDay: FIRST_DAY },
    ...{ from: { kind: 'preset', preset: 'hai-duong-2024' }, ...wish },
  }
  return ok(await officer.post<Contest>('/admin/api/contests', body))
}

export const edit = (officer: StaffClient, contest: Contest, change: Partial<Settings>) =>
  officer.put<Contest>(`/admin/api/contests/${contest.id}`, { ...contest.settings, ...change }, ifMatch(contest))

/** With a decision behind it and a word to those who enter. */
export async function wholeContest(officer: StaffClient, change: Partial<Settings> = {}, wish: object = {}) {
  const begun = await beginContest(officer, wish)
  return ok(await edit(officer, begun, { intro: 'Mời mọi người cùng tìm hiểu.', sources: [DECISION], ...change }))
}

export const step = (who: StaffClient, contest: Contest, name: string, said: object = {}) =>
  who.post<Contest>(`/admin/api/contests/${contest.id}/steps/${name}`, said, ifMatch(contest))

/** Written by one, reviewed by the other, announced. */
export async function announce(officer: StaffClient, reviewer: StaffClient, contest: Contest): Promise<Contest> {
  const reviewed = ok(await step(reviewer, contest, 'review'))
  return ok(await step(officer, reviewed, 'schedule'))
}
