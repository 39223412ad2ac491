import { PURPOSES } from '../../server/privacy/purposes.ts'
import type { openPhone } from '../world/citizens.ts'
import type { Reply, StaffClient } from '../world/staff.ts'

export type Phone = ReturnType<typeof openPhone>
export type Receipt = { code: string; linkToken: string; dueAt: string; countedFrom: string; unitName: string }
export type Progress = {
  code: string
  state: string
  unitName: string
  dueAt: string | null
  isOverdue: boolean
  reopenUntil: string | null
  returnReason: string | null
  mergedIntoCode: string | null
  answer: { text: string; unitName: string } | null
  events: { kind: string; unitName: string | null; text: string | null }[]
  own: { content: string; maySupply: boolean; mayReopen: boolean; mayRate: boolean; files: { id: string }[] } | null
}
export type CaseReply = {
  id: string
  code: string
  state: string
  version: number
  unitId: string
  categoryId: string
  dueAt: string | null
  steps: string[]
  may: { note: boolean; merge: boolean; split: boolean; moderate: boolean }
  events: { kind: string; isInternal: boolean; byName: string | null; text: string | null }[]
  answer: { text: string; authorNames: string[]; approvedByName: string | null } | null
  clock: { usedMinutes: number; limitMinutes: number; units: { unitId: string; minutes: number }[] }
}

export const PHONE_NUMBER = '0912 345 678'

/** A whole report as the form sends it. */
export function report(change: object = {}) {
  return {
    kind: 'handling',
    categoryId: 'ho-so-cham',
    concernedUnitId: null,
    content: 'Tôi nộp hồ sơ xin bản sao bằng tốt nghiệp đã quá hẹn mười ngày mà chưa có kết quả.',
    place: 'Quầy một cửa của Sở',
    namedOfficer: '',
    sender: { name: 'Trần Thị Mai', address: 'Xã Số Một', phone: PHONE_NUMBER, email: null },
    isUnder16: false,
    guardian: null,
    mayPublish: true,
    consentVersion: PURPOSES['feedback.handling'].textVersion,
    fileIds: [],
    saidNotLegal: false,
    ...change,
  }
}

export function ok<T>({ status, body }: Reply<T>): T {
  if (status >= 300) throw new Error(`answered ${status} ${JSON.stringify(body)}`)
  return body
}

/** Sends a report from the phone. */
export async function send(phone: Phone, change: object = {}) {
  return ok(await phone.post<Receipt>('/api/feedback', report(change)))
}

/** The report as staff see it. */
export async function findCase(officer: StaffClient, code: string) {
  const list = ok(await officer.get<{ items: { id: string; code: string }[] }>('/admin/api/reports?state=all'))
  const found = list.items.find((item) => item.code === code)
  if (found === undefined) throw new Error(`${code} is not in the inbox`)
  return ok(await officer.get<CaseReply>(`/admin/api/reports/${found.id}`))
}

/** One step with it, as it stands in the officer's hands. */
export function take(officer: StaffClient, { id, version }: CaseReply, step: string, said: object = {}) {
  return officer.post<CaseReply>(`/admin/api/reports/${id}/steps/${step}`, said, { 'if-match': `"${version}"` })
}

/** From the inbox to an answer: the officer drafts, the head approves and sends. */
export async function answer(officer: StaffClient, head: StaffClient, code: string, text: string) {
  let now = await findCase(officer, code)
  for (const [step, said] of [
    ['assign', {}],
    ['begin', {}],
    ['draft', { text }],
    ['submit', {}],
  ] as const)
    now = ok(await take(officer, now, step, said))
  now = ok(await take(head, now, 'approve'))
  return ok(await take(head, now, 'send'))
}
