import { createHash } from 'node:crypto'
import type { Hono } from 'hono'

const KEPT = 200
export type Media = ReturnType<typeof createMedia>

/** What people send is fetched from here, as from Zalo's own servers; the oldest go first. */
export function createMedia({ urlOf }: { urlOf: (path: string) => string }) {
  const files = new Map<string, { bytes: Buffer; type: string }>()
  let count = 0
  return {
    keep({ bytes, type, name }: { bytes: Buffer; type: string; name: string }) {
      count += 1
      const ending = /\.(\w{1,8})$/.exec(name)?.[1]?.toLowerCase() ?? 'bin'
      const md5 = createHash('md5').update(bytes).digest('hex')
      const path = `/__media/${count}-${md5}.${ending}`
      files.set(path, { bytes, type })
      const [oldest] = files.keys()
      if (files.size > KEPT && oldest !== undefined) files.delete(oldest)
      return { url: urlOf(path), md5, ending }
    },
    find: (path: string) => files.get(path),
    /** Zalo forgets them after a while. */
    forgetAll: () => files.clear(),
  }
}

export function mediaDoor(app: Hono, media: Media) {
  app.get('/__media/:file', (context) => {
    const file = media.find(context.req.path)
    if (!file) return context.notFound()
    const headers = {
      'content-type': file.type,
      'x-content-type-options': 'nosniff',
      'content-security-policy': 'sandbox',
    }
    return context.body(new Uint8Array(file.bytes), 200, headers)
  })
}
