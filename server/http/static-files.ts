import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { makeReply, PublishedReplies } from './published-replies.ts'

const TYPES: Record<string, string> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

/** Built files, compressed once at start and sent from memory; names with a hash never change. */
export class StaticFiles {
  #replies = new PublishedReplies()

  async addFolder(folder: string, mountedAt: string) {
    await this.addFiles(folder, listFiles(folder), mountedAt)
  }

  async addFiles(folder: string, names: string[], mountedAt: string) {
    for (const file of names) {
      const type = TYPES[extname(file)]
      if (type === undefined) continue
      const hasHash = /\.[\w-]{8,}\.(module\.)?(js|css)$/.test(file) || /-[\w-]{8}\.(js|css)$/.test(file)
      const cacheControl = hasHash ? 'public, max-age=31536000, immutable' : 'public, no-cache'
      const reply = await makeReply(readFileSync(join(folder, file)), { contentType: type, cacheControl })
      this.#replies.keep(`${mountedAt}/${file}`, reply, this.#replies.generation)
    }
  }

  answer(request: IncomingMessage, response: ServerResponse, requestId: string) {
    return this.#replies.answer(request, response, requestId)
  }
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    statSync(join(folder, file)).isFile(),
  )
}
