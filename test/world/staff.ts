import { randomUUID } from 'node:crypto'
import { symmetricEncrypt } from 'better-auth/crypto'
import { eq } from 'drizzle-orm'
import type { Ctx } from '../../server/ctx.ts'
import type { Role } from '../../server/staff/permissions.ts'
import { replaceRoles } from '../../server/staff/roles.queries.ts'
import { insertStaff } from '../../server/staff/staff.queries.ts'
import { staff, staffSecondFactors } from '../../server/staff/staff.table.ts'

export const PASSWORD = 'Bến Lức nước lớn đầy đồng'

export type Reply<T = unknown> = { status: number; body: T; headers: Headers }
export type Held = { role: Role; unitId: string }
export type SignInWish = {
  role?: Role
  unitId?: string
  /** More than one role, instead of the two above. */
  roles?: Held[]
  name?: string
  email?: string
  /** With the code of an app, as most things that matter need. */
  secondFactor?: boolean
}

type Service = { url: string; ctx: Ctx }
export type StaffClient = Awaited<ReturnType<typeof signInStaff>>

/** Hashing is the slow part of making an account, so one hash serves every person of a test file. */
let passwordHash: Promise<string> | undefined

/** An account that exists without anybody having signed in; the secret is the app's, where one is set up. */
export async function makeStaff({ ctx }: Service, wish: SignInWish = {}) {
  const { role = 'admin', unitId = 'so-gddt', secondFactor = true } = wish
  const { name = 'Nguyễn Thị Lan', email = `${randomUUID()}@example.vn`, roles = [{ role, unitId }] } = wish
  passwordHash ??= ctx.credentials.hashPassword(PASSWORD.normalize('NFC'))
  const id = ctx.newId()
  const secret = secondFactor ? randomUUID() : undefined
  const { secretConfig } = await ctx.credentials.auth.$context
  const sealed = secret && (await symmetricEncrypt({ key: secretConfig, data: secret }))
  const noCodes = await symmetricEncrypt({ key: secretConfig, data: '[]' })
  const person = { id, email, name, passwordHash: await passwordHash, at: ctx.now().toISOString() }
  await ctx.write(async (tx) => {
    await insertStaff(tx, person)
    await replaceRoles(tx, id, roles, { by: 'test', at: person.at, newId: ctx.newId })
    if (!sealed) return
    await tx.insert(staffSecondFactors).values({ id, userId: id, secret: sealed, backupCodes: noCodes, verified: true })
    await tx.update(staff).set({ twoFactorEnabled: true }).where(eq(staff.id, id))
  })
  return { id, name, email, secret }
}

/** The code that the app shows for a secret. */
export async function codeOf({ ctx }: Service, secret: string) {
  return (await ctx.credentials.auth.api.generateTOTP({ body: { secret } })).code
}

/** A person with an account, signed in through the door with password and code. */
export async function signInStaff(service: Service, wish: SignInWish = {}) {
  const person = await makeStaff(service, wish)
  const browser = openBrowser(service.url)
  const first = await browser.post('/admin/api/session', { email: person.email, password: PASSWORD })
  const last =
    person.secret === undefined
      ? first
      : await browser.post('/admin/api/session/code', { code: await codeOf(service, person.secret) })
  if (last.status !== 200) throw new Error(`signing in answered ${last.status} ${JSON.stringify(last.body)}`)
  return Object.assign(browser, person)
}

/** A browser on our own page: it keeps cookies and names its origin. */
export function openBrowser(url: string) {
  const jar = new Map<string, string>()
  async function call<T>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(url + path, {
      method,
      headers: {
        origin: url,
        cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    for (const line of response.headers.getSetCookie()) keep(line)
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, body: (isJson ? JSON.parse(text) : text) as T, headers: response.headers }
  }
  function keep(line: string) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '' || /;\s*max-age=0\b/i.test(line)) jar.delete(name)
    else jar.set(name, value)
  }
  return {
    get: <T = unknown>(path: string, headers?: Record<string, string>): Promise<Reply<T>> =>
      call('GET', path, undefined, headers),
    post: <T = unknown>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply<T>> =>
      call('POST', path, body, headers),
    put: <T = unknown>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply<T>> =>
      call('PUT', path, body, headers),
    patch: <T = unknown>(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply<T>> =>
      call('PATCH', path, body, headers),
    delete: <T = unknown>(path: string, headers?: Record<string, string>): Promise<Reply<T>> =>
      call('DELETE', path, undefined, headers),
    /** As it is sent now. */
    get cookie() {
      return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    },
  }
}
