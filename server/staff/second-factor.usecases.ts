import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import type { WithCookies } from '../http/staff-api.ts'
import { staffBehind } from './authenticate.ts'
import { SESSION_COOKIE } from './credentials.ts'
import { requirePerson } from './me.usecases.ts'
import { ourCookies, readCookie, sessionHashOf } from './session-cookie.ts'
import { deleteOtherSessions } from './sessions.queries.ts'
import { type From, noteFailure, toProblem } from './sign-in.usecases.ts'
import { beginAttempt, forgetFailures } from './sign-in-attempts.ts'
import type { BackupCodes, PasswordAgain, SecondFactorSetup, SignInCode } from './staff.schemas.ts'
import { takeCode } from './used-codes.queries.ts'

/** A secret for the person's app; nothing is asked for until the app has shown that it knows it. */
export async function startSecondFactor(
  ctx: Ctx,
  { password }: z.output<typeof PasswordAgain>,
  from: From,
): Promise<WithCookies<z.input<typeof SecondFactorSetup>>> {
  const { person } = await requirePerson(ctx, from)
  if (person.secondFactorEnabled) throw new AppError('staff.second_factor_on')
  const attempt = await beginAttempt(ctx, { email: person.email, address: from.address })
  const body = { password: password.normalize('NFC') }
  const set = await ctx.credentials.auth.api
    .enableTwoFactor({ body, headers: sessionHeaders(from) })
    .catch(async (error: unknown) => {
      await noteFailure(ctx, person.email, attempt)
      throw toProblem(error)
    })
  await ctx.write((tx) => forgetFailures(tx, attempt))
  if (set.method !== 'totp') throw new AppError('server.failed')
  return { reply: { uri: set.totpURI, secret: new URL(set.totpURI).searchParams.get('secret') ?? '' }, cookies: [] }
}

/** The first code of the app: from now on it is asked for, and whoever was signed in without it no longer is. */
export async function confirmSecondFactor(
  ctx: Ctx,
  { code }: z.output<typeof SignInCode>,
  from: From,
): Promise<WithCookies<z.input<typeof BackupCodes>>> {
  const { person, session } = await requirePerson(ctx, from)
  if (person.secondFactorEnabled) throw new AppError('staff.second_factor_on')
  const attempt = await beginAttempt(ctx, { email: person.email, address: from.address })
  const { auth } = ctx.credentials
  const { headers } = await auth.api
    .verifyTOTP({ body: { code }, headers: sessionHeaders(from), returnHeaders: true })
    .catch(async (error: unknown) => {
      await noteFailure(ctx, person.email, attempt)
      throw toProblem(error)
    })
  const cookies = ourCookies(headers)
  const { backupCodes } = await auth.api.viewBackupCodes({ body: { userId: person.id } })
  const actor = await staffBehind(ctx, session)
  await ctx.write(async (tx) => {
    await takeCode(tx, { staffId: person.id, code, now: ctx.now() })
    await deleteOtherSessions(tx, person.id, sessionHashOf(cookies.join('; ')) ?? '')
    await forgetFailures(tx, attempt)
    await recordAudit(
      tx,
      { ...ctx, actor },
      {
        action: 'staff.turn_on_second_factor',
        subject: { kind: 'staff', id: person.id },
      },
    )
  })
  return { reply: { backupCodes }, cookies }
}

/** The library finds the session by itself, from this cookie alone. */
function sessionHeaders({ cookie }: From) {
  return new Headers({ cookie: `${SESSION_COOKIE}=${encodeURIComponent(readCookie(cookie, SESSION_COOKIE) ?? '')}` })
}
