import { REPORT_CHANNELS, REPORT_KINDS, REPORT_STATES } from '../../server/feedback/feedback.schemas.ts'
import { reportCode } from '../../server/feedback/report-code.rules.ts'
import type { ReportRow } from '../../server/feedback/reports.queries.ts'
import { OPEN_STATES } from '../../server/feedback/workflow.rules.ts'

const HOUR_MS = 60 * 60 * 1000
const DAY_MS = 24 * HOUR_MS

type Among = {
  random: () => number
  unitIds: readonly string[]
  categoryIds: readonly string[]
  /** Received between these. */
  from: string
  until: string
  newId: (atMs: number) => string
}

/** A report as it might stand after some time in an office; nobody wrote it. */
export function makeReport({ random, unitIds, categoryIds, from, until, newId }: Among): ReportRow {
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)] as T
  const receivedMs = Date.parse(from) + Math.floor(random() * (Date.parse(until) - Date.parse(from)))
  const at = (days: number) => new Date(receivedMs + Math.floor(days * DAY_MS)).toISOString()
  const state = pick(REPORT_STATES)
  const isOpen = OPEN_STATES.has(state)
  const isAnswered = state === 'answered' || state === 'closed' || state === 'reopened' || random() < 0.1
  const isReopened = state === 'reopened' || (isAnswered && random() < 0.2)
  const id = newId(receivedMs)
  return {
    ...{ id, code: reportCode(id), kind: pick(REPORT_KINDS), categoryId: pick(categoryIds), unitId: pick(unitIds) },
    ...{ concernedUnitId: null, assigneeId: null, state, isOpen, channel: pick(REPORT_CHANNELS), citizenId: null },
    content: `Nội dung phản ánh số ${Math.floor(random() * 1e9)}: hồ sơ nộp đã lâu mà chưa có kết quả.`,
    ...{ place: 'Quầy một cửa', namedOfficer: '', saidNotLegal: false, mayPublish: true, limitDays: 15 },
    ...{ receivedAt: at(0), roundStartedAt: isReopened ? at(25) : at(0), updatedAt: at(0) },
    dueAt: state === 'returned' || state === 'merged' || state === 'waiting_for_citizen' ? null : at(21),
    isDueApproximate: false,
    firstAnsweredAt: isAnswered ? at(random() * 30) : null,
    firstDueAt: isAnswered ? at(21) : null,
    firstAnswerMinutes: isAnswered ? Math.floor(random() * 9_000) : null,
    workedMinutes: isAnswered ? Math.floor(random() * 9_000) : 0,
    ...{ answeredAt: isAnswered ? at(24) : null, closedAt: state === 'closed' ? at(32) : null },
    reopenUntil: state === 'answered' ? at(31) : null,
    ...{ rounds: isAnswered ? 1 : 0, returnReason: null, mergedIntoId: null, splitFromId: null, escalatedAt: null },
    ...{ version: 1, requestKey: null, requestHash: null, linkVersion: 1 },
    // Nobody's: as reports stand whose senders have been erased.
    ...{ consentId: null, erasedAt: at(40) },
  }
}
