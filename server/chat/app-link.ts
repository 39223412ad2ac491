import type { Ctx } from '../ctx.ts'

/** A screen of the Mini App: inside Zalo where it has an id there, else the same page in the browser. */
export function appLink({ miniAppId, publicUrl }: Ctx['app'], path: string): string {
  return miniAppId === null ? `${publicUrl}${path}` : `https://zalo.me/s/${miniAppId}${path}`
}
