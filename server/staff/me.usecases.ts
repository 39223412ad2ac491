import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import type { WithCookies } from '../http/staff-api.ts'
import { listUnitNames } from '../units/units.queries.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { findLiveSession, staffBehind } from './authenticate.ts'
import { COMMON_PASSWORDS } from './common-passwords.ts'
import { refusalOf } from './passwords.rules.ts'
import { listRoles } from './roles.queries.ts'
import { deleteSessionsOf } from './sessions.queries.ts'
import { type From, noteFailure } from './sign-in.usecases.ts'
import { beginAttempt, forgetFailures } from './sign-in-attempts.ts'
import { findPasswordHash, findStaff, setPassword } from './staff.queries.ts'
import type { Done, Me, PasswordChange } from './staff.schemas.ts'

/** Who is signed in, and what the screens may offer. */
export async function readMe(ctx: Ctx<Staff>): Promise<z.input<typeof Me>> {
  const { actor, db } = ctx
  const person = await findStaff(db, actor.id)
  if (!person) throw new AppError('staff.not_signed_in')
  const roles = await listRoles(db, actor.id)
  const unitIds = roles.map(({ unitId }) => unitId)
  const names = await listUnitNames(db, unitIds, vietnamDate(ctx.now()))
  return {
    id: actor.id,
    name: person.name,
    email: person.email,
    roles: roles.map((role) => ({ ...role, unitName: names.get(role.unitId) ?? role.unitId })),
    permissions: [...actor.may].map(([permission, units]) => ({ permission, unitIds: [...units] })),
    hasSecondFactor: actor.hasSecondFactor,
    secondFactorEnabled: person.secondFactorEnabled,
  }
}

/** Ends every session of the person, this one too, and goes on in a new one. */
export async function changePassword(
  ctx: Ctx,
  { current, next }: z.output<typeof PasswordChange>,
  from: From,
): Promise<WithCookies<z.input<typeof Done>>> {
  const { person, session } = await requirePerson(ctx, from)
  const attempt = await beginAttempt(ctx, { email: person.email, address: from.address })
  const { isPassword, hashPassword, renewSession } = ctx.credentials
  const known = await findPasswordHash(ctx.db, person.id)
  if (known === undefined || !(await isPassword(known, current.normalize('NFC')))) {
    await noteFailure(ctx, person.email, attempt)
    throw new AppError('staff.wrong_password')
  }
  const reason = refusalOf(next, COMMON_PASSWORDS)
  if (reason) throw new AppError('staff.password_refused', { reason })
  const passwordHash = await hashPassword(next.normalize('NFC'))
  const actor = await staffBehind(ctx, session)
  await ctx.write(async (tx) => {
    await setPassword(tx, person.id, passwordHash, ctx.now().toISOString())
    await deleteSessionsOf(tx, person.id)
    await forgetFailures(tx, attempt)
    await recordAudit(
      tx,
      { ...ctx, actor },
      { action: 'staff.change_password', subject: { kind: 'staff', id: person.id } },
    )
  })
  return { reply: { done: true }, cookies: [await renewSession(person.id, session)] }
}

/** Whose live session the cookie names; a token is nobody's browser. */
export async function requirePerson(ctx: Ctx, from: From) {
  const session = await findLiveSession(ctx, from.cookie)
  const person = session && (await findStaff(ctx.db, session.staffId))
  if (!person) throw new AppError('staff.not_signed_in')
  return { person, session }
}
