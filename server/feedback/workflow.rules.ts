import type { Permission } from '../staff/permissions.ts'
import type { EventKind, ReportState } from './feedback.schemas.ts'
import type { STAFF_STEPS } from './steps.schemas.ts'

type StaffStep = (typeof STAFF_STEPS)[number]

type Move = {
  from: readonly ReportState[]
  to: ReportState
  needs: Permission
  event: EventKind
  /** Whether the sender reads of it. */
  isInternal: boolean
  /** What must be said with it. */
  says?: 'text' | 'reason'
  /** Only somebody who did not draft the answer. */
  byAnother?: true
}

const WORKING = ['assigned', 'in_progress', 'reopened'] as const
const BEFORE_WORK = ['received', 'triaged'] as const

/** Every step staff take with a report. What is not here is refused with 409. */
export const MOVES: Record<StaffStep, Move> = {
  triage: { from: ['received'], to: 'triaged', needs: 'feedback.triage', event: 'triaged', isInternal: false },
  return: {
    from: [...BEFORE_WORK, ...WORKING],
    to: 'returned',
    needs: 'feedback.triage',
    event: 'returned',
    isInternal: false,
    says: 'reason',
  },
  assign: {
    from: [...BEFORE_WORK, ...WORKING],
    to: 'assigned',
    needs: 'feedback.triage',
    event: 'assigned',
    isInternal: false,
  },
  begin: {
    from: ['assigned', 'reopened'],
    to: 'in_progress',
    needs: 'feedback.handle',
    event: 'begun',
    isInternal: false,
  },
  ask: {
    from: ['in_progress'],
    to: 'waiting_for_citizen',
    needs: 'feedback.handle',
    event: 'asked',
    isInternal: false,
    says: 'text',
  },
  go_on: {
    from: ['waiting_for_citizen'],
    to: 'in_progress',
    needs: 'feedback.handle',
    event: 'begun',
    isInternal: false,
  },
  draft: {
    from: ['in_progress', 'answer_drafted'],
    to: 'answer_drafted',
    needs: 'feedback.handle',
    event: 'answer_drafted',
    isInternal: true,
    says: 'text',
  },
  submit: {
    from: ['answer_drafted'],
    to: 'awaiting_approval',
    needs: 'feedback.handle',
    event: 'answer_submitted',
    isInternal: true,
  },
  return_answer: {
    from: ['awaiting_approval', 'answer_approved'],
    to: 'answer_drafted',
    needs: 'feedback.approve',
    event: 'answer_returned',
    isInternal: true,
    says: 'text',
  },
  /** Goes out at once, or on the answer day that is said with it. */
  approve: {
    from: ['awaiting_approval'],
    to: 'answer_approved',
    needs: 'feedback.approve',
    event: 'answer_approved',
    isInternal: true,
    byAnother: true,
  },
  send: {
    from: ['answer_approved'],
    to: 'answered',
    needs: 'feedback.approve',
    event: 'answered',
    isInternal: false,
    byAnother: true,
  },
  close: { from: ['answered'], to: 'closed', needs: 'feedback.handle', event: 'closed', isInternal: false },
}

/** States in which somebody still owes the report work. */
export const OPEN_STATES: ReadonlySet<ReportState> = new Set([
  ...BEFORE_WORK,
  ...WORKING,
  'waiting_for_citizen',
  'answer_drafted',
  'awaiting_approval',
  'answer_approved',
])

/** States from which a report can be merged into another, and split. */
export const MERGEABLE: readonly ReportState[] = [...BEFORE_WORK, ...WORKING]

/** States in which its sender may reopen it, while there is time. */
export const REOPENABLE: readonly ReportState[] = ['answered', 'closed']

export function mayTake(step: StaffStep, state: ReportState) {
  return MOVES[step].from.includes(state)
}
