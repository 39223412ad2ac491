import { FREE_MS, type Oa, type OaPerson, OPEN_MS } from './oa.ts'
import { type Answer, refuse } from './openapi.ts'

const HOUR_MS = 3_600_000
const VIETNAM_AHEAD_HOURS = 7
const FREE_TOTAL = 8

/** From 22:00 to 06:00 in Vietnam. */
export function isNight(at: number) {
  const hour = new Date(at + VIETNAM_AHEAD_HOURS * HOUR_MS).getUTCHours()
  return hour >= 22 || hour < 6
}

/** Why this person may not be written to now; nothing when they may. */
export function refusePerson(person: OaPerson | undefined, at: number): Answer | undefined {
  if (!person) return refuse(-213, 'User has not followed OA')
  if (person.refuses) return refuse(-244, 'User has restricted this type of message from your OA')
  if (person.lastInteractionMs === null)
    return person.isFollower
      ? refuse(-232, 'User has not interacted with OA')
      : refuse(-213, 'User has not followed OA')
  if (at - person.lastInteractionMs > OPEN_MS)
    return refuse(-230, 'User has not interacted with the OA in the past 7 days')
  return undefined
}

/** Takes one message off what is free or bought; nothing when there is none left. Numbers are strings, as Zalo's are. */
export function spend(person: OaPerson, oa: Oa, at: number): Record<string, string> | undefined {
  const isFree = at - (person.lastInteractionMs ?? 0) <= FREE_MS
  const total = oa.settings.freeReplies ?? FREE_TOTAL
  const left = repliesLeft(person, oa)
  if (isFree && left > 0) {
    person.repliesSent += 1
    const remain = repliesLeft(person, oa)
    return { quota_type: 'reply', remain: String(remain), total: String(total) }
  }
  if (oa.settings.bought <= 0) return undefined
  oa.settings.bought -= 1
  const owner = { owner_type: 'OA', owner_id: oa.settings.oaId }
  return { quota_type: 'purchase_quota', remain: String(oa.settings.bought), total: '100', ...owner }
}

/** Free answers left: without an end to them, always as many as there were. */
export function repliesLeft(person: OaPerson, { settings }: Oa) {
  return settings.freeReplies === null ? FREE_TOTAL : Math.max(0, settings.freeReplies - person.repliesSent)
}
