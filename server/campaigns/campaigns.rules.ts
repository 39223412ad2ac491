import type { Staff } from '../ctx.ts'
import { holds } from '../staff/access.rules.ts'
import type { Permission } from '../staff/permissions.ts'
import { vietnamDate } from '../vietnam-time.ts'
import type { CampaignRow, PieceRow } from './campaigns.queries.ts'
import type { CampaignState } from './campaigns.schemas.ts'
import { type CAMPAIGN_PROBLEMS, CAMPAIGN_STEPS, type CampaignPlan, type CampaignStep } from './planning.schemas.ts'

type Move = {
  from: readonly CampaignState[]
  to: CampaignState
  needs: Permission
  /** Only somebody who has not written in it. */
  byAnother?: true
  complete?: true
  says?: true
}

export const MOVES: Record<CampaignStep, Move> = {
  approve: { from: ['draft'], to: 'approved', needs: 'campaigns.approve', byAnother: true, complete: true },
  reopen: { from: ['approved', 'ended'], to: 'draft', needs: 'campaigns.write', says: true },
  end: { from: ['approved'], to: 'ended', needs: 'campaigns.approve', says: true },
}

/** What a member of staff can do now: nothing is offered that would be refused for who or when. */
export function stepsFor(
  actor: Staff,
  {
    unitId,
    state,
    authors,
    isComplete,
  }: Pick<CampaignRow, 'unitId' | 'state'> & { authors: string[]; isComplete: boolean },
): CampaignStep[] {
  return CAMPAIGN_STEPS.filter((step) => {
    const { from, needs, byAnother, complete } = MOVES[step]
    if (!from.includes(state) || !holds(actor, needs, unitId)) return false
    return !(byAnother && authors.includes(actor.id)) && !(complete && !isComplete)
  })
}

type Found = { problem: (typeof CAMPAIGN_PROBLEMS)[number]; piece: string | null }

/** What keeps it from being shown to everybody. `open`: the references that lead somewhere. */
export function findProblems(plan: CampaignPlan, open: ReadonlySet<string>): Found[] {
  const whole = (problem: Found['problem'], isWrong: boolean) => (isWrong ? [{ problem, piece: null }] : [])
  const ofPieces = (problem: Found['problem'], isWrong: (piece: CampaignPlan['pieces'][number]) => boolean) =>
    plan.pieces.filter(isWrong).map(({ title }) => ({ problem, piece: title }))
  return [
    ...whole('no_goals', plan.goals === ''),
    ...whole('no_sources', plan.sources.length === 0),
    ...whole('no_audiences', plan.audiences.length === 0),
    ...whole('no_pieces', plan.pieces.length === 0),
    ...ofPieces('piece_outside_period', ({ onDay }) => onDay < plan.startsOn || onDay > plan.endsOn),
    ...ofPieces('piece_leads_nowhere', ({ kind, reference }) =>
      reference === null ? kind === 'article' || kind === 'quiz' : !open.has(reference),
    ),
  ]
}

const SCREENS: Record<string, string> = {
  article: '/cam-nang',
  document: '/van-ban',
  procedure: '/thu-tuc',
  situation: '/tinh-huong',
  quiz: '/luyen-tap/chu-de',
  contest: '/hoi-thi',
}

/** Where a piece is in the app; nothing when it leads nowhere. */
export function pathOf({ reference }: Pick<PieceRow, 'reference'>): string | null {
  if (reference === null) return null
  const at = reference.indexOf(':')
  const screen = SCREENS[reference.slice(0, at)]
  return screen === undefined ? null : `${screen}/${reference.slice(at + 1)}`
}

/** What people hear of today: what has come, and events still to come, which nobody can attend who was not told. */
export function shownOn(pieces: readonly PieceRow[], today: string) {
  return pieces
    .filter(({ kind, onDay }) => onDay <= today || kind === 'event')
    .map(({ id, kind, title, summary, reference, onDay, place }) => {
      const isAhead = onDay > today
      return { id, kind, title, summary, onDay, place, isAhead, path: isAhead ? null : pathOf({ reference }) }
    })
}

const FIRST_HOUR = 6
const LAST_HOUR = 21
const OFFSET_MS = 7 * 60 * 60 * 1000

/** Zalo takes broadcasts from 06:00 to 21:59 in Vietnam, and nobody wants news at night. */
export function isSendingHour(now: Date) {
  const hour = new Date(now.getTime() + OFFSET_MS).getUTCHours()
  return hour >= FIRST_HOUR && hour <= LAST_HOUR
}

/** `2026-12-01` as people write it. */
export function writtenDay(day: string) {
  return day.split('-').reverse().join('/')
}

export const todayOf = ({ now }: { now: () => Date }) => vietnamDate(now())
