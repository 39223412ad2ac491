import type { z } from '@hono/zod-openapi'
import { APIError } from 'better-auth/api'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError, type ProblemCode } from '../errors.ts'
import type { WithCookies } from '../http/staff-api.ts'
import { COOKIE_ATTRIBUTES, PENDING_COOKIE, SESSION_COOKIE } from './credentials.ts'
import { listRoles } from './roles.queries.ts'
import { ourCookies, readCookie, sessionHashOf } from './session-cookie.ts'
import { deleteSession } from './sessions.queries.ts'
import { type Attempt, beginAttempt, forgetFailures } from './sign-in-attempts.ts'
import { findByEmail, findStaff } from './staff.queries.ts'
import type { Done, SignIn, SignInCode, SignInState } from './staff.schemas.ts'
import { takeCode } from './used-codes.queries.ts'

/** What came with the request besides its body. */
export type From = { cookie: string | undefined; address: string }
type Signed = WithCookies<z.input<typeof SignInState>>

/** By password; who has turned the second factor on gets a cookie that is good for nothing but trying a code. */
export async function signIn(ctx: Ctx, { email, password }: z.output<typeof SignIn>, from: From): Promise<Signed> {
  const attempt = await beginAttempt(ctx, { email, address: from.address })
  const { headers, response } = await ctx.credentials.auth.api
    .signInEmail({ body: { email, password: password.normalize('NFC') }, returnHeaders: true })
    .catch(async (error: unknown) => {
      await noteFailure(ctx, email, attempt)
      throw toProblem(error)
    })
  await endSession(ctx, from.cookie)
  const cookies = ourCookies(headers)
  if ('twoFactorRedirect' in response) return { reply: { state: 'code_needed' }, cookies }
  await noteSignIn(ctx, attempt, response.user)
  return { reply: { state: 'signed_in' }, cookies }
}

/** The code of the second step, from the app or from the list of backup codes; each counts once. */
export async function giveCode(ctx: Ctx, { code }: z.output<typeof SignInCode>, from: From): Promise<Signed> {
  const pending = readCookie(from.cookie, PENDING_COOKIE)
  const person = await findPending(ctx, pending)
  if (pending === undefined || !person) throw new AppError('staff.sign_in_expired')
  const attempt = await beginAttempt(ctx, { email: person.email, address: from.address })
  const { auth } = ctx.credentials
  const asked = {
    body: { code },
    headers: new Headers({ cookie: `${PENDING_COOKIE}=${encodeURIComponent(pending)}` }),
    returnHeaders: true,
  } as const
  const isNew = await ctx.write((tx) => takeCode(tx, { staffId: person.id, code, now: ctx.now() }))
  if (!isNew) {
    await noteFailure(ctx, person.email, attempt)
    throw new AppError('staff.wrong_code')
  }
  const verified = /^\d{6}$/.test(code) ? auth.api.verifyTOTP(asked) : auth.api.verifyBackupCode(asked)
  const { headers } = await verified.catch(async (error: unknown) => {
    await noteFailure(ctx, person.email, attempt)
    throw toProblem(error)
  })
  await noteSignIn(ctx, attempt, person)
  return { reply: { state: 'signed_in' }, cookies: ourCookies(headers) }
}

export async function signOut(ctx: Ctx, from: From): Promise<WithCookies<z.input<typeof Done>>> {
  await endSession(ctx, from.cookie)
  const gone = [SESSION_COOKIE, PENDING_COOKIE].map((name) => `${name}=; Max-Age=0; ${COOKIE_ATTRIBUTES}`)
  return { reply: { done: true }, cookies: gone }
}

/** Whose password was right, as far as the unfinished sign-in tells. */
async function findPending(ctx: Ctx, pending: string | undefined) {
  const identifier = pending?.split('.')[0]
  if (!identifier?.startsWith('2fa-')) return undefined
  const { internalAdapter } = await ctx.credentials.auth.$context
  const found = await internalAdapter.findVerificationValue(identifier)
  const person = found && (await findStaff(ctx.db, found.value))
  return person?.disabledAt === null ? person : undefined
}

async function endSession(ctx: Ctx, cookie: string | undefined) {
  const tokenHash = sessionHashOf(cookie)
  if (tokenHash !== undefined) await ctx.write((tx) => deleteSession(tx, tokenHash))
}

async function noteSignIn(ctx: Ctx, attempt: Attempt, { id, name }: { id: string; name: string }) {
  const [first] = await listRoles(ctx.db, id)
  const actor: Staff = {
    kind: 'staff',
    id,
    name,
    may: new Map(),
    hasSecondFactor: false,
    via: { kind: 'session', sessionId: 'new' },
  }
  await ctx.write(async (tx) => {
    await forgetFailures(tx, attempt)
    await recordAudit(
      tx,
      { ...ctx, actor },
      {
        action: 'staff.sign_in',
        subject: { kind: 'staff', id },
        unitId: first?.unitId ?? null,
      },
    )
  })
}

/**
 * How often it has failed, and for whom if there is such a person; never what was typed. Nobody's roles are asked
 * for like anybody's, so that the time of the answer does not tell who has an account.
 */
export async function noteFailure(ctx: Ctx, email: string, { count }: Attempt) {
  const person = await findByEmail(ctx.db, email.toLowerCase())
  const [first] = await listRoles(ctx.db, person?.id ?? 'unknown')
  await ctx.write((tx) =>
    recordAudit(
      tx,
      { ...ctx, actor: { kind: 'system' } },
      {
        action: 'staff.sign_in_failed',
        subject: { kind: 'staff', id: person?.id ?? 'unknown' },
        unitId: first?.unitId ?? null,
        after: { count },
      },
    ),
  )
}

const PROBLEMS: Record<string, ProblemCode> = {
  INVALID_EMAIL_OR_PASSWORD: 'staff.wrong_credentials',
  FAILED_TO_CREATE_SESSION: 'staff.wrong_credentials',
  INVALID_EMAIL: 'staff.wrong_credentials',
  PASSWORD_TOO_LONG: 'staff.wrong_credentials',
  INVALID_CODE: 'staff.wrong_code',
  INVALID_BACKUP_CODE: 'staff.wrong_code',
  INVALID_TWO_FACTOR_COOKIE: 'staff.sign_in_expired',
  INVALID_PASSWORD: 'staff.wrong_password',
  TOTP_ALREADY_ENABLED: 'staff.second_factor_on',
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: 'staff.sign_in_expired',
}

/** What the library refuses, in our words; anything else is the error it was. */
export function toProblem(error: unknown) {
  const code = error instanceof APIError && typeof error.body?.code === 'string' ? PROBLEMS[error.body.code] : undefined
  return code === undefined ? error : new AppError(code)
}
