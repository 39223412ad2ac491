import { codeOf } from '../../api/problem-text.ts'
import type { components } from '../../api/schema.gen.ts'
import type { useCitizen } from '../../api/use-citizen.ts'
import { type Draft, type Problem, toReport } from './draft.ts'
import { hasToSay } from './notice-step.tsx'

export type Sent =
  | { outcome: 'sent'; receipt: components['schemas']['ReportReceipt'] }
  /** There is something to be seen first. */
  | { outcome: 'notice' }
  | { outcome: 'problems'; problems: Problem[] }
  | { outcome: 'failed'; problem: unknown }

/**
 * Sends the draft under its own key: sent again after a lost answer, it is the same report. What was written without a
 * network is checked first.
 */
export async function sendDraft(
  { client, anyone }: ReturnType<typeof useCitizen>,
  draft: Draft,
  publishingVersion: number | undefined,
): Promise<Sent> {
  const body = toReport(draft)
  if (draft.checkedContent !== draft.content) {
    const { categoryId, content } = body
    const { data, error } = await anyone.POST('/api/feedback/check', { body: { categoryId, content } })
    if (!data) return { outcome: 'failed', problem: error }
    if (hasToSay(data, draft)) return { outcome: 'notice' }
  }
  if (draft.mayPublish && publishingVersion !== undefined) {
    const consent = {
      purpose: 'feedback.publishing',
      textVersion: publishingVersion,
      isGuardian: draft.isUnder16,
    } as const
    const { error } = await client.POST('/api/me/consents', { body: consent })
    if (error) return { outcome: 'failed', problem: error }
  }
  const headers = { 'idempotency-key': draft.requestKey }
  const { data, error } = await client.POST('/api/feedback', { body, headers })
  if (data) return { outcome: 'sent', receipt: data }
  if (codeOf(error) === 'feedback.legal_channel') return { outcome: 'notice' }
  const problems = fieldProblems(error)
  return problems.length > 0 ? { outcome: 'problems', problems } : { outcome: 'failed', problem: error }
}

const BY_FIELD: Record<string, Problem> = {
  categoryId: { step: 'viec', field: 'viec', text: 'Mục đã chọn không còn dùng. Chọn mục khác' },
  concernedUnitId: { step: 'viec', field: 'viec', text: 'Nơi liên quan không còn. Chọn nơi khác' },
  content: { step: 'noi-dung', field: 'chuyen-gi', text: 'Xem lại nội dung: từ 10 đến 4.000 chữ cái' },
  fileIds: { step: 'tep', field: 'tep', text: 'Ảnh đã tải lên hết hạn. Bỏ ra rồi chọn lại' },
  sender: { step: 'nguoi-gui', field: 'nguoi-gui', text: 'Xem lại tên, địa chỉ và cách liên lạc' },
  guardian: { step: 'nguoi-gui', field: 'nguoi-gui', text: 'Xem lại tên và số điện thoại người giám hộ' },
}

/** The service's own look at the fields, as places in the form. */
function fieldProblems(error: unknown): Problem[] {
  if (codeOf(error) !== 'request.invalid' || typeof error !== 'object' || error === null || !('fields' in error))
    return []
  const { fields } = error
  if (!Array.isArray(fields)) return []
  const names = fields.map((each: { field?: unknown }) => String(each.field ?? '').split('.')[0] ?? '')
  return [...new Set(names)].flatMap((name) => BY_FIELD[name] ?? [])
}
