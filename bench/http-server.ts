import { serve } from '@hono/node-server'
import { createClient } from '@libsql/client'
import { and, eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql'
import { Hono } from 'hono'
import { pino } from 'pino'
import { readConfig } from '../server/config.ts'
import { findReply } from '../server/content/content.queries.ts'
import { contentItems } from '../server/content/content.table.ts'
import { LocalConnection } from '../server/db/local-connection.ts'
import { newId } from '../server/new-id.ts'
import { startService } from '../server/start.ts'

/** One of the servers that `bench/http.ts` compares, in a process of its own; answers over IPC what it has cost. */
const [kind = '', dataDir = ''] = process.argv.slice(2)
const file = `${dataDir}/cchc.db`
const SLUG = 'chuyen-truong'

process.on('message', (message) => {
  if (message === 'cost') process.send?.({ cost: process.cpuUsage() })
})
process.send?.({ port: await start() })

async function start(): Promise<number> {
  if (kind === 'ours') {
    const service = await startService({
      config: readConfig({ DATA_DIR: dataDir, PORT: '0', LOG_LEVEL: 'info' }),
      log: pino({ level: 'info' }),
      now: () => new Date(),
      newId: () => newId(Date.now()),
      version: 'bench',
      contentDir: new URL('../content', import.meta.url).pathname,
      webDir: 'none',
      adminDir: 'none',
      say: () => {},
    })
    return service.port
  }
  const app = new Hono()
  if (kind === 'hello') app.get('/', (context) => context.text('hello'))
  if (kind === 'point read') {
    const db = drizzle(new LocalConnection(file, 'read').asClient(), { casing: 'snake_case' })
    app.get('/', async (context) =>
      context.body(new Uint8Array((await findReply(db, 'procedure', SLUG)) ?? []), 200, {
        'content-type': 'application/json',
      }),
    )
  }
  if (kind === 'point read, query built each time') {
    const db = drizzle(createClient({ url: `file:${file}` }), { casing: 'snake_case' })
    app.get('/', async (context) => {
      const [row] = await db
        .select({ reply: contentItems.reply })
        .from(contentItems)
        .where(and(eq(contentItems.kind, 'procedure'), eq(contentItems.slug, SLUG)))
      return context.body(row?.reply ?? '', 200, { 'content-type': 'application/json' })
    })
  }
  return new Promise((resolve) => {
    serve({ fetch: app.fetch, port: 0 }, ({ port }) => resolve(port))
  })
}
