import type { Heard, Turn } from '../chat/intent.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { type ReportState, toReport } from './report-draft.rules.ts'
import { askStep, receiptSays } from './report-questions.chat.ts'
import * as words from './report-words.chat.ts'
import { submitReport } from './submit.usecases.ts'

/** Sends it under the event's own key: the same event heard again finds the same report. */
export async function sendReport(ctx: Ctx<Citizen>, state: ReportState, { key }: Heard): Promise<Turn<ReportState>> {
  const report = toReport(state.draft)
  if (report === undefined) return mend(ctx, { ...state, step: 'fix' }, words.NOT_COMPLETE)
  try {
    return { say: receiptSays(ctx, await submitReport(ctx, report, key)), next: 'done' }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return afterRefusal(ctx, state, error)
  }
}

async function afterRefusal(ctx: Ctx, state: ReportState, error: AppError): Promise<Turn<ReportState>> {
  const { draft } = state
  if (error.code === 'feedback.too_many') return { say: [{ text: words.TOO_MANY }], next: state }
  if (error.code === 'feedback.legal_channel') return mend(ctx, { ...state, step: 'legal' })
  if (error.code === 'consent.text_changed')
    return mend(ctx, { ...state, step: 'consent', draft: { ...draft, consentVersion: null } }, words.TEXT_CHANGED)
  if (error.code === 'request.invalid')
    return mend(ctx, { ...state, step: 'fix', draft: withoutGone(draft, error) }, words.NOT_COMPLETE)
  throw error
}

/** Files wait a day; a unit or a category may have been closed meanwhile. */
function withoutGone(draft: ReportState['draft'], { details }: AppError): ReportState['draft'] {
  const fields = JSON.stringify(details)
  if (fields.includes('fileIds')) return { ...draft, fileIds: [] }
  if (fields.includes('concernedUnitId')) return { ...draft, unit: null }
  return fields.includes('categoryId') ? { ...draft, categoryId: null } : draft
}

async function mend(ctx: Ctx, next: ReportState, text?: string): Promise<Turn<ReportState>> {
  return { say: [...(text === undefined ? [] : [{ text }]), ...(await askStep(ctx, next))], next }
}
