import { hash, verify } from '@node-rs/argon2'
import { makeSignature } from 'better-auth/crypto'
import { betterAuth } from 'better-auth/minimal'
import { twoFactor } from 'better-auth/plugins/two-factor'
import { isDisabled } from './staff.queries.ts'
import { createStaffStore, type Storage } from './staff-store.ts'

export type Credentials = ReturnType<typeof createCredentials>

export type CredentialSettings = {
  /** Seals second factors and signs cookies. */
  secret: string
  publicUrl: string
  /** What one guess costs in memory; OWASP's least for argon2id is 19 MiB with two passes. */
  passwordMemoryKiB: number
}

export const SESSION_COOKIE = '__Host-session'
export const PENDING_COOKIE = '__Host-sign-in'
export const LONGEST_SESSION_MS = 12 * 60 * 60_000
export const LONGEST_IDLE_MS = 30 * 60_000
const PENDING_SECONDS = 10 * 60
export const COOKIE_ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Strict'
const COOKIE = { secure: true, httpOnly: true, sameSite: 'strict', path: '/' } as const

/** Passwords, codes and sessions by better-auth, on our tables; its own web addresses are never mounted. */
export function createCredentials(
  surroundings: Storage & { now: () => Date; newId: () => string },
  { secret, publicUrl, passwordMemoryKiB }: CredentialSettings,
) {
  const { db, now, newId } = surroundings
  const hashPassword = (password: string) =>
    hash(password, { memoryCost: passwordMemoryKiB, timeCost: 2, parallelism: 1 })
  const isPassword = (passwordHash: string, password: string) => verify(passwordHash, password)

  const auth = betterAuth({
    appName: 'CCHC Tây Ninh',
    baseURL: publicUrl,
    secret,
    database: createStaffStore(surroundings),
    telemetry: { enabled: false },
    // Its lines name what people typed.
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      // In UTF-16 units; our own limits count what people see.
      minPasswordLength: 1,
      maxPasswordLength: 512,
      password: { hash: hashPassword, verify: ({ hash, password }) => isPassword(hash, password) },
    },
    session: {
      expiresIn: LONGEST_SESSION_MS / 1000,
      disableSessionRefresh: true,
      cookieCache: { enabled: false },
      freshAge: 0,
      additionalFields: {
        hasSecondFactor: { type: 'boolean', required: false, input: false },
        startedAt: { type: 'string', required: false, input: false },
        lastSeenAt: { type: 'string', required: false, input: false },
      },
    },
    user: {
      additionalFields: {
        foldedName: { type: 'string', required: false, input: false },
        disabledAt: { type: 'string', required: false, input: false },
      },
    },
    verification: { storeIdentifier: 'hashed' },
    advanced: {
      useSecureCookies: false,
      database: { generateId: () => newId() },
      cookies: {
        session_token: { name: SESSION_COOKIE, attributes: COOKIE },
        two_factor: { name: PENDING_COOKIE, attributes: COOKIE },
      },
    },
    plugins: [
      // How often a code may be tried is counted by us, with the password's failures.
      twoFactor({
        issuer: 'CCHC Tây Ninh',
        twoFactorCookieMaxAge: PENDING_SECONDS,
        accountLockout: { enabled: false },
      }),
    ],
    databaseHooks: {
      session: {
        create: {
          async before(session, context) {
            if (await isDisabled(db, session.userId)) return false
            const at = now().toISOString()
            const hasGivenCode = context?.path?.startsWith('/two-factor/verify-') ?? false
            // A session that is exchanged for another keeps the moment it began and the code that was given.
            const startedAt = typeof session.startedAt === 'string' ? session.startedAt : at
            const hasSecondFactor = hasGivenCode || session.hasSecondFactor === true
            const unknownBrowser = { ipAddress: null, userAgent: null }
            return { data: { ...session, ...unknownBrowser, hasSecondFactor, startedAt, lastSeenAt: at } }
          },
        },
      },
    },
  })

  /** A session in place of another: new in the database and in the browser, as old and as trusted as that one. */
  async function renewSession(staffId: string, old: { startedAt: string; hasSecondFactor: boolean }) {
    const { internalAdapter } = await auth.$context
    const { token } = await internalAdapter.createSession(staffId, false, old)
    const value = encodeURIComponent(`${token}.${await makeSignature(token, secret)}`)
    return `${SESSION_COOKIE}=${value}; Max-Age=${LONGEST_SESSION_MS / 1000}; ${COOKIE_ATTRIBUTES}`
  }

  return { auth, hashPassword, isPassword, renewSession }
}
