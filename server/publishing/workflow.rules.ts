import type { EditionState } from '../content/editions.schemas.ts'
import type { Permission } from '../staff/permissions.ts'
import type { Step } from './publishing.schemas.ts'

type Move = {
  from: readonly EditionState[]
  to: EditionState | 'same'
  needs: Permission
  /** Only somebody who has not written in it. */
  byAnother?: true
  /** How complete it must be. */
  complete?: 'for_preview' | 'for_publishing'
  /** What must be said with the step. */
  says?: 'remark' | 'time'
}

/** Every step an edition can take. What is not here is refused with 409. */
export const MOVES: Record<Step, Move> = {
  submit: { from: ['draft', 'returned'], to: 'submitted', needs: 'content.write', complete: 'for_preview' },
  take_back: { from: ['submitted'], to: 'draft', needs: 'content.write' },
  discard: { from: ['draft', 'returned'], to: 'discarded', needs: 'content.write' },
  return: { from: ['submitted', 'approved'], to: 'returned', needs: 'content.review', says: 'remark' },
  approve: {
    from: ['submitted'],
    to: 'approved',
    needs: 'content.review',
    byAnother: true,
    complete: 'for_publishing',
  },
  schedule: {
    from: ['approved'],
    to: 'scheduled',
    needs: 'content.publish',
    byAnother: true,
    complete: 'for_publishing',
    says: 'time',
  },
  unschedule: { from: ['scheduled'], to: 'approved', needs: 'content.publish' },
  publish: {
    from: ['approved', 'scheduled'],
    to: 'published',
    needs: 'content.publish',
    byAnother: true,
    complete: 'for_publishing',
  },
  /** One person alone, with a reason, and a second look afterwards (hậu kiểm). */
  publish_urgently: {
    from: ['draft', 'returned', 'submitted', 'approved'],
    to: 'published',
    needs: 'content.publish',
    complete: 'for_publishing',
    says: 'remark',
  },
  agree: { from: ['published'], to: 'same', needs: 'content.review', byAnother: true },
  withdraw: { from: ['published'], to: 'withdrawn', needs: 'content.publish', says: 'remark' },
  restore: { from: ['withdrawn'], to: 'published', needs: 'content.publish' },
  unpublish: { from: ['published', 'withdrawn'], to: 'unpublished', needs: 'content.publish', says: 'remark' },
}

/** States in which the text may still be changed. */
export const EDITABLE: ReadonlySet<EditionState> = new Set(['draft', 'returned'])

export function mayTake(
  step: Step,
  edition: { state: EditionState; urgentReason: string | null; secondLookBy: string | null },
) {
  if (!MOVES[step].from.includes(edition.state)) return false
  return step !== 'agree' || (edition.urgentReason !== null && edition.secondLookBy === null)
}
