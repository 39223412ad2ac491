import type { paths } from '../../api/schema.gen.ts'
import { readDay } from '../../ui/days.ts'
import { STEP_TEXTS } from './step-tells.ts'
import type { ReturnReason, Step } from './words.ts'

type Body = paths['/admin/api/reports/{id}/steps/{step}']['post']['requestBody']['content']['application/json']

/** What has been typed for a step and not sent yet. */
export type Said = {
  text: string
  reason?: ReturnReason
  categoryId?: string
  unitId?: string
  unitName?: string
  assigneeId?: string
  when: 'now' | 'day'
  answerDay: string
}
export const NOTHING_SAID: Said = { text: '', when: 'now', answerDay: '' }

const SHORTEST = 3

export function isMissing(step: Step, said: Said, { isBulk = false } = {}) {
  const text = said.text.trim()
  if (STEP_TEXTS[step]?.isNeeded ? text.length < SHORTEST : text.length > 0 && text.length < SHORTEST) return true
  if (step === 'return') return said.reason === undefined
  if (step === 'approve') return said.when === 'day' && readDay(said.answerDay) !== said.answerDay
  return step === 'assign' && isBulk && said.unitId === undefined && said.assigneeId === undefined
}

/** Only what the step reads; what was typed for another one stays behind. */
export function toBody(step: Step, said: Said): Body {
  const text = said.text.trim()
  return {
    ...(STEP_TEXTS[step] && text !== '' ? { text } : {}),
    ...(step === 'return' ? { reason: said.reason } : {}),
    ...(step === 'triage' ? { categoryId: said.categoryId } : {}),
    ...(step === 'assign' ? { unitId: said.unitId, assigneeId: said.assigneeId } : {}),
    ...(step === 'approve' && said.when === 'day' ? { answerDay: said.answerDay } : {}),
  }
}
