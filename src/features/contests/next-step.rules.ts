import type { components } from '../../api/schema.gen.ts'

type Contest = components['schemas']['ContestHome']
type Own = components['schemas']['OwnContest']
type Round = Contest['rounds'][number]

/** The one thing a person does next in a contest. */
export type NextStep =
  | { step: 'enter' }
  | { step: 'resume' | 'start'; round: Round; deadlineAt?: string }
  | { step: 'wait_for_opening'; round: Round }
  | { step: 'wait_for_result'; round: Round }
  | { step: 'see_result'; round: Round }
  | { step: 'removed' }
  | { step: 'too_late' }

/** `nowMs`: by the service's clock. Nobody's own state (`own` is nothing): as if not entered. */
export function nextStep({ rounds, attemptsPerRound }: Contest, own: Own | undefined, nowMs: number): NextStep {
  const open = rounds.find(({ opensAt, closesAt }) => Date.parse(opensAt) <= nowMs && nowMs < Date.parse(closesAt))
  const coming = rounds.find(({ opensAt }) => nowMs < Date.parse(opensAt))
  const told = rounds.filter(({ hasResult }) => hasResult).at(-1)
  const entry = own?.entry ?? null
  if (entry === null) {
    if (open || coming) return { step: 'enter' }
    return told ? { step: 'see_result', round: told } : { step: 'too_late' }
  }
  if (entry.status === 'removed') return { step: 'removed' }
  const attempts = own?.attempts ?? []
  const running = attempts.find(({ state, deadlineAt }) => state === 'in_progress' && nowMs < Date.parse(deadlineAt))
  const runningRound = rounds.find(({ number }) => number === running?.round)
  if (running && runningRound) return { step: 'resume', round: runningRound, deadlineAt: running.deadlineAt }
  if (open && attempts.filter(({ round }) => round === open.number).length < attemptsPerRound)
    return { step: 'start', round: open }
  if (coming && !open) return { step: 'wait_for_opening', round: coming }
  if (open) return { step: 'wait_for_result', round: open }
  const last = rounds.at(-1)
  if (last && !last.hasResult) return { step: 'wait_for_result', round: last }
  return told ? { step: 'see_result', round: told } : { step: 'too_late' }
}
