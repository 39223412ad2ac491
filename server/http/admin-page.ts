import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { Context } from 'hono'
import { AppError } from '../errors.ts'
import type { Api } from './api.ts'

/** Where the build leaves room for the nonce. */
export const NONCE_PLACEHOLDER = '__CSP_NONCE__'

/** Below these addresses lie doors and files, never a screen. */
const NO_SCREEN = /^\/admin\/(api|assets)(\/|$)/

/** The staff web's page at every address of its own; the screen for an address is chosen in the browser. */
export function adminPageDoors(api: Api, indexFile: string) {
  const html = readFileSync(indexFile, 'utf8')

  async function send(context: Context) {
    if (NO_SCREEN.test(context.req.path)) throw new AppError('route.not_found')
    const nonce = randomBytes(16).toString('base64url')
    return context.html(html.replaceAll(NONCE_PLACEHOLDER, nonce), 200, {
      'content-security-policy': contentSecurityPolicy(nonce),
      'cache-control': 'no-store',
      'x-robots-tag': 'noindex',
    })
  }
  api.page('/admin', (_, context) => send(context))
  api.page('/admin/*', (_, context) => send(context))
}

/** Ant Design writes its styles into the page as it goes: only with this answer's nonce. */
function contentSecurityPolicy(nonce: string) {
  return [
    "default-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "frame-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
