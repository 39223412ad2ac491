import { type Answer, type Asked, invalid, refuse, type Serve } from './openapi.ts'
import type { State } from './state.ts'

const WEEK_MS = 7 * 24 * 3_600_000
const MB = 1024 * 1024
const MONTHLY = 5_000
export type Uploads = ReturnType<typeof createUploads>

/** What was uploaded, for a week. */
export function createUploads(state: State) {
  const kept = new Map<string, number>()
  return {
    keep() {
      const id = state.mint('upload')
      kept.set(id, state.time() + WEEK_MS)
      return id
    },
    has: (id: string) => (kept.get(id) ?? 0) > state.time(),
    count: () => kept.size,
  }
}

const STARTS = {
  image: [[0xff, 0xd8, 0xff], [...Buffer.from('\x89PNG', 'latin1')]],
  gif: [[...Buffer.from('GIF8')]],
}
const FILE_ENDINGS = /\.(pdf|doc|docx|csv)$/i

export function uploadDoors(serve: Serve, uploads: Uploads) {
  serve('post', '/v2.0/oa/upload/image', async (asked) => {
    const file = await readFile(asked)
    const isFit = file !== undefined && file.bytes.length <= MB && startsAs(file.bytes, STARTS.image)
    if (!isFit) return refuse(-201, 'file is invalid. We only support png and jpeg')
    return give(uploads, 'attachment_id')
  })
  serve('post', '/v2.0/oa/upload/gif', async (asked) => {
    const file = await readFile(asked)
    const isFit = file !== undefined && file.bytes.length <= 5 * MB && startsAs(file.bytes, STARTS.gif)
    return isFit ? give(uploads, 'attachment_id') : invalid('file')
  })
  serve('post', '/v2.0/oa/upload/file', async (asked) => {
    const file = await readFile(asked)
    const isFit = file !== undefined && file.bytes.length <= 5 * MB && FILE_ENDINGS.test(file.name)
    return isFit ? give(uploads, 'token') : invalid('file')
  })
}

function give(uploads: Uploads, name: 'attachment_id' | 'token'): Answer {
  if (uploads.count() >= MONTHLY) return refuse(-211, 'Out of quota')
  return { data: { [name]: uploads.keep() } }
}

async function readFile({ context }: Asked): Promise<{ bytes: Buffer; name: string } | undefined> {
  const { file } = await context.req.parseBody()
  return file instanceof File ? { bytes: Buffer.from(await file.arrayBuffer()), name: file.name } : undefined
}

function startsAs(bytes: Buffer, starts: number[][]) {
  return starts.some((start) => start.every((byte, at) => bytes[at] === byte))
}
