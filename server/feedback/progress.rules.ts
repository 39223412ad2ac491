import type { EventKind, ReportState } from './feedback.schemas.ts'
import { CITIZEN_EVENTS, type CITIZEN_STATES } from './progress.schemas.ts'
import { REOPENABLE } from './workflow.rules.ts'

type CitizenState = (typeof CITIZEN_STATES)[number]
type CitizenEvent = (typeof CITIZEN_EVENTS)[number]
type Event = { at: string; kind: EventKind; isInternal: boolean; unitId: string | null; text: string | null }

/** Staff see "chờ duyệt", the sender sees "đang xử lý". */
const STATES: Record<ReportState, CitizenState> = {
  received: 'received',
  triaged: 'received',
  assigned: 'processing',
  in_progress: 'processing',
  waiting_for_citizen: 'waiting_for_you',
  answer_drafted: 'processing',
  awaiting_approval: 'processing',
  answer_approved: 'processing',
  answered: 'answered',
  closed: 'closed',
  reopened: 'processing',
  returned: 'returned',
  merged: 'merged',
}

export function toCitizenState(state: ReportState): CitizenState {
  return STATES[state]
}

/**
 * What the sender is told of: nothing internal, nobody's name, and being handed on is being given to a unit. What was
 * said between the office and the sender is for that sender alone, not for whoever knows the code or was merged into it.
 */
export function toCitizenEvents(
  events: readonly Event[],
  { nameOf, isOwnTalk }: { nameOf: (unitId: string) => string; isOwnTalk: boolean },
) {
  return events.flatMap((event) => {
    const kind = event.kind === 'transferred' ? 'assigned' : CITIZEN_EVENTS.find((each) => each === event.kind)
    if (event.isInternal || kind === undefined) return []
    const unitName = event.unitId === null ? null : nameOf(event.unitId)
    return [{ at: event.at, kind, unitName, text: SAYS.has(kind) || (isOwnTalk && TALK.has(kind)) ? event.text : null }]
  })
}

/** Events whose text the office wrote of the outcome. */
const SAYS: ReadonlySet<CitizenEvent> = new Set(['returned', 'closed'])
/** Events whose text may tell of a person: a question to the sender, and the sender's own words. */
const TALK: ReadonlySet<CitizenEvent> = new Set(['asked', 'supplied', 'reopened'])

/** An answer can be asked about again until the day its category allows. */
export function mayReopen({ state, reopenUntil }: { state: ReportState; reopenUntil: string | null }, now: string) {
  return REOPENABLE.includes(state) && reopenUntil !== null && now <= reopenUntil
}

/** Each answer once, whether it was closed since or not. */
export function mayRate(
  { state, rounds }: { state: ReportState; rounds: number },
  ratings: readonly { round: number }[],
) {
  return REOPENABLE.includes(state) && rounds > 0 && !ratings.some(({ round }) => round === rounds)
}
