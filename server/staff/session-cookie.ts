import { SESSION_COOKIE } from './credentials.ts'
import { hashSecret } from './staff-store.ts'

/** What a cookie header holds under a name, unescaped. */
export function readCookie(header: string | undefined, name: string) {
  const found = header?.split(/;\s*/).find((pair) => pair.startsWith(`${name}=`))
  if (found === undefined) return undefined
  try {
    return decodeURIComponent(found.slice(name.length + 1))
  } catch {
    return undefined
  }
}

/** The hash under which the session is kept: of the value before the library's signature. */
export function sessionHashOf(header: string | undefined) {
  const value = readCookie(header, SESSION_COOKIE)
  return value === undefined ? undefined : hashSecret(value.split('.')[0] ?? '')
}

/** Of what the library would set, the two that we use. */
export function ourCookies(headers: Headers) {
  return headers.getSetCookie().filter((cookie) => cookie.startsWith('__Host-'))
}
