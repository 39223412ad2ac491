import { z } from '@hono/zod-openapi'
import type { Ctx } from '../ctx.ts'
import { toE164 } from '../sealing/phone.rules.ts'
import { isSame } from './report-code.rules.ts'
import type { reportContacts } from './reports.table.ts'
import { Guardian, type NewReport, Sender } from './submit.schemas.ts'

type ContactRow = typeof reportContacts.$inferSelect

const Kept = z.strictObject({
  sender: Sender.nullable(),
  isUnder16: z.boolean(),
  guardian: Guardian.nullable(),
})
const LAST = 4

const placeOf = (reportId: string) => ({ table: 'report_contacts', column: 'sealed', rowId: reportId })

/** Who sent a report as it is kept: sealed, with marks it can be found by. Nothing where nobody said who they are. */
export function sealContact(
  { sealing }: Pick<Ctx, 'sealing'>,
  reportId: string,
  { sender, isUnder16, guardian }: Pick<NewReport, 'sender' | 'isUnder16' | 'guardian'>,
): ContactRow | undefined {
  if (sender === null && guardian === null) return undefined
  const phone = sender?.phone ? toE164(sender.phone) : undefined
  return {
    reportId,
    sealed: sealing.seal(placeOf(reportId), JSON.stringify({ sender, isUnder16, guardian })),
    phoneMark: phone === undefined ? null : sealing.index('phone', phone),
    lastDigitsMark: phone === undefined ? null : sealing.index('last_digits', `${reportId} ${phone.slice(-LAST)}`),
  }
}

export function openContact(
  { sealing }: Pick<Ctx, 'sealing'>,
  { reportId, sealed }: Pick<ContactRow, 'reportId' | 'sealed'>,
) {
  return Kept.parse(JSON.parse(sealing.open(placeOf(reportId), sealed)))
}

/** In the same time whether the report, or its contact, is there or not. */
export function hasLastDigits(
  { sealing }: Pick<Ctx, 'sealing'>,
  contact: ContactRow | undefined,
  { reportId, lastDigits }: { reportId: string; lastDigits: string },
): boolean {
  const kept = contact?.lastDigitsMark ?? ''
  return sealing.indexes('last_digits', `${reportId} ${lastDigits}`).filter((mark) => isSame(mark, kept)).length > 0
}
