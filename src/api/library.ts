import type { Platform } from '../zalo/platform.ts'
import { answerFor } from './library-answers.ts'
import type { components } from './schema.gen.ts'

type Library = components['schemas']['Library']
type Kept = { etag: string; keptAt: string; library: Library }

const KEY = 'library'
let loaded: Kept | undefined

/** Everything published, kept on the device, so that reading goes on without a network. */
export async function refreshLibrary(apiBase: string, storage: Platform['storage']) {
  const kept = await load(storage)
  const headers: Record<string, string> = kept ? { 'if-none-match': kept.etag } : {}
  const answer = await fetch(`${apiBase}/api/library`, { headers }).catch(() => undefined)
  if (!answer?.ok && answer?.status !== 304) return
  const keptAt = new Date().toISOString()
  loaded =
    answer.status === 304 && kept
      ? { ...kept, keptAt }
      : { etag: answer.headers.get('etag') ?? '', keptAt, library: await answer.json() }
  await storage.set(KEY, JSON.stringify(loaded))
}

/** The kept answer to a request, or nothing when this device has kept none. */
export async function answerFromLibrary(
  request: Request,
  storage: Platform['storage'],
): Promise<{ response: Response; keptAt: string } | undefined> {
  const kept = await load(storage)
  if (!kept) return undefined
  const { status, body } = answerFor(new URL(request.url), kept.library)
  const response = new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
  return { response, keptAt: kept.keptAt }
}

async function load(storage: Platform['storage']): Promise<Kept | undefined> {
  if (loaded) return loaded
  const text = await storage.get(KEY)
  try {
    loaded = text === null ? undefined : JSON.parse(text)
  } catch {
    loaded = undefined
  }
  return loaded
}
