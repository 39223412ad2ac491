import { createHash, randomBytes } from 'node:crypto'

const DAY_MS = 24 * 60 * 60_000
const LASTS_MS = { zalo: 30 * DAY_MS, device: 180 * DAY_MS }
/** Often enough to see that a device is in use, seldom enough that reading does not write. */
const SEEN_EVERY_MS = 60 * 60_000

type Kind = keyof typeof LASTS_MS

/** 256 bits: nobody guesses it, so one look-up by its hash is enough. */
export function makeToken() {
  return `ctz_${randomBytes(32).toString('base64url')}`
}

export function hashToken(token: string) {
  return createHash('sha256').update(token).digest('base64url')
}

/** The token of `Authorization: Bearer`, the one place where it is looked for. */
export function readBearer(authorization: string | undefined) {
  return /^Bearer (ctz_[\w-]{43})$/.exec(authorization ?? '')?.[1]
}

export function expiryOf(kind: Kind, now: Date) {
  return new Date(now.getTime() + LASTS_MS[kind]).toISOString()
}

/** What is written when a session is used: a device's goes on for as long as it is, one of Zalo's ends in its time. */
export function seenAgain(session: { kind: Kind; lastSeenAt: string; expiresAt: string }, now: Date) {
  if (now.getTime() - Date.parse(session.lastSeenAt) < SEEN_EVERY_MS) return undefined
  const expiresAt = session.kind === 'device' ? expiryOf('device', now) : session.expiresAt
  return { lastSeenAt: now.toISOString(), expiresAt }
}
