import { createHash, randomBytes } from 'node:crypto'
import type { z } from '@hono/zod-openapi'
import type { Citizen, Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { recordGuardianConsent } from '../privacy/consents.queries.ts'
import { PURPOSES } from '../privacy/purposes.ts'
import { findContestBySlug } from './contests.queries.ts'
import * as queries from './entries.queries.ts'
import type { GuardianAgreed, GuardianAgreement, GuardianAsked, GuardianLink } from './guardian.schemas.ts'

const LASTS_MS = 7 * 24 * 60 * 60_000
/** 128 bits: nobody guesses it, so one look-up by its hash is enough. */
const TOKEN_BYTES = 16

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** A link for a parent, good once and for a week; a new one closes the one before. */
export async function makeGuardianLink(ctx: Ctx<Citizen>, slug: string): Promise<z.input<typeof GuardianLink>> {
  const contest = await findContestBySlug(ctx.db, slug)
  const entry = contest && (await queries.findEntry(ctx.db, contest.id, ctx.actor.id))
  if (entry === undefined) throw new AppError('contest.entry_missing')
  const token = randomBytes(TOKEN_BYTES).toString('base64url')
  const expiresAt = new Date(ctx.now().getTime() + LASTS_MS).toISOString()
  const isSet = await ctx.write((tx) => queries.setGuardianToken(tx, entry.id, { tokenHash: hashOf(token), expiresAt }))
  if (!isSet) throw new AppError('guardian.link_not_found')
  return { token, expiresAt }
}

export async function readGuardianLink(ctx: Ctx, token: string): Promise<z.input<typeof GuardianAsked>> {
  const found = await queries.findEntryByGuardianToken(ctx.db, hashOf(token))
  const expiresAt = found?.entry.guardianExpiresAt
  if (!found || !expiresAt || expiresAt <= ctx.now().toISOString()) throw new AppError('guardian.link_not_found')
  const { text, textVersion } = PURPOSES['contest.taking']
  return {
    ...{ contestName: found.contest.name, publicName: found.entry.publicName, text },
    ...{ consentVersion: textVersion, expiresAt },
  }
}

/** Whoever holds the link is taken for the parent it was given to; the agreement is kept as theirs. */
export async function agreeByGuardianLink(
  ctx: Ctx,
  { token, consentVersion }: z.output<typeof GuardianAgreement>,
): Promise<z.input<typeof GuardianAgreed>> {
  const agreedAt = ctx.now().toISOString()
  await ctx.write(async (tx) => {
    const entry = await queries.agreeAsGuardian(tx, { tokenHash: hashOf(token), at: agreedAt })
    if (entry === undefined || entry.citizenId === null) throw new AppError('guardian.link_not_found')
    const { citizenId } = entry
    await recordGuardianConsent(tx, ctx, { citizenId, purpose: 'contest.taking', textVersion: consentVersion })
  })
  return { agreedAt }
}
