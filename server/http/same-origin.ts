import type { Context } from 'hono'
import { AppError } from '../errors.ts'

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Refuses a change that another site's page sends with our cookie, whatever its content type: the browser names
 * the page's origin on every such request. `Origin` missing altogether is refused too, since browsers send it.
 */
export function refuseForeignPages(context: Context, publicUrl: string) {
  const site = context.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new AppError('access.foreign_origin')
  if (SAFE.has(context.req.method)) return
  const origin = context.req.header('origin')
  if (origin === undefined || !isOurs(origin, context.req.header('host'), publicUrl))
    throw new AppError('access.foreign_origin')
}

/** The address people were given, or the very host that was asked (a demo opened by another name of this machine). */
function isOurs(origin: string, host: string | undefined, publicUrl: string) {
  if (origin === new URL(publicUrl).origin) return true
  return !publicUrl.startsWith('https:') && host !== undefined && origin === `http://${host}`
}
