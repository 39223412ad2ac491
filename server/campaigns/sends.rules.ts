import { LONGEST_TEXT } from '../chat/chat.schemas.ts'
import type { Say } from '../chat/intent.ts'
import type { Staff } from '../ctx.ts'
import { holds } from '../staff/access.rules.ts'
import type { Permission } from '../staff/permissions.ts'
import { ROOT_UNIT_ID } from '../units/units.schemas.ts'
import type { SendKind, SendState } from './campaigns.schemas.ts'
import type { SendRow } from './sends.queries.ts'
import { SEND_STEPS, Segment, SendBody, type SendDraft, type SendStep } from './sends.schemas.ts'

type Move = {
  from: readonly SendState[]
  to: SendState | 'same'
  needs: Permission
  /** Only somebody who has not written in it. */
  byAnother?: true
  says?: true
  kinds?: readonly SendKind[]
}

const AS_ARTICLE = ['article', 'broadcast'] as const

/** Steps staff take; `previewed` is reached by looking at it on a phone, `sending` and `sent` by the clock. */
export const SEND_MOVES: Record<SendStep, Move> = {
  make_article: { from: ['draft', 'previewed'], to: 'same', needs: 'campaigns.write', kinds: AS_ARTICLE },
  approve: { from: ['previewed'], to: 'approved', needs: 'campaigns.approve', byAnother: true },
  return: { from: ['previewed', 'approved'], to: 'draft', needs: 'campaigns.write', says: true },
  stop: { from: ['draft', 'previewed', 'approved', 'sending'], to: 'stopped', needs: 'campaigns.write', says: true },
  sent_after_all: { from: ['unknown'], to: 'sent', needs: 'campaigns.approve', says: true },
  send_again: { from: ['unknown'], to: 'approved', needs: 'campaigns.approve', says: true },
  give_up: { from: ['unknown'], to: 'failed', needs: 'campaigns.approve', says: true },
}

type Standing = Pick<SendRow, 'state' | 'kind' | 'articleToken' | 'articleId'>

export function mayTakeSend(step: SendStep, { state, kind, articleToken, articleId }: Standing) {
  const { from, kinds } = SEND_MOVES[step]
  if (!from.includes(state) || (kinds && !kinds.includes(kind))) return false
  if (step === 'make_article') return articleToken === null && articleId === null
  // What is on its way to everybody cannot be called back.
  if (step === 'stop') return state !== 'sending' || kind === 'message'
  return step !== 'approve' || kind === 'message' || articleId !== null
}

/** The account speaks for the whole Sở: what leaves through it is approved there. */
export function unitAsked(permission: Permission, unitId: string) {
  return permission === 'campaigns.approve' ? ROOT_UNIT_ID : unitId
}

export function sendStepsFor(actor: Staff, send: Standing & { unitId: string; authors: string[]; isShown: boolean }) {
  return SEND_STEPS.filter((step) => {
    const { needs, byAnother } = SEND_MOVES[step]
    if (!mayTakeSend(step, send) || !holds(actor, needs, unitAsked(needs, send.unitId))) return false
    if (step === 'approve' && !send.isShown) return false
    return !(byAnother && send.authors.includes(actor.id))
  })
}

export function readBody({ body }: Pick<SendRow, 'body'>) {
  return SendBody.parse(JSON.parse(body))
}

export function readSegment({ segment }: Pick<SendRow, 'segment'>) {
  return Segment.parse(JSON.parse(segment))
}

export function summaryOfSend(row: SendRow) {
  const { id, kind, state, notBefore, sentAt, problem } = row
  return { id, kind, state, title: readBody(row).title, notBefore, sentAt, problem }
}

const OPT_OUT = 'Nếu không muốn nhận tin như thế này, anh/chị nhắn: ngừng nhận tin'

/** One message as the person reads it: what it is about, where to see it, whose it is, and how to have no more. */
export function sayOf({ title, text }: SendBody, { url, source }: { url: string; source: string }): Say {
  const whole = [title, text, `Nguồn: ${source}`, OPT_OUT].join('\n\n')
  return { text: whole, links: [{ title: 'Xem trong ứng dụng', url }] }
}

export function articleText({ title, summary, text, coverUrl }: SendBody) {
  return [title, summary, text, `Ảnh bìa: ${coverUrl ?? 'chưa có'}`].filter((part) => part !== '').join('\n\n')
}

/** What its kind asks for beyond what every sending has. */
export function draftProblems({ kind, body }: SendDraft, written: string): { field: string; problem: string }[] {
  if (kind === 'message')
    return [...written].length > LONGEST_TEXT
      ? [{ field: 'body.text', problem: `too long by ${[...written].length - LONGEST_TEXT}` }]
      : []
  return [
    ...(body.coverUrl === null ? [{ field: 'body.coverUrl', problem: 'an article has a cover' }] : []),
    ...(body.summary === '' ? [{ field: 'body.summary', problem: 'an article has a summary' }] : []),
  ]
}
