import type { Server } from 'node:http'

const KEEP_ALIVE_MS = 65_000
const HEADERS_MS = 10_000
const REQUEST_MS = 30_000
const BACKLOG = 4_096
const LONGEST_STOP_MS = 9_000

export async function listen(server: Server, port: number) {
  server.keepAliveTimeout = KEEP_ALIVE_MS
  server.headersTimeout = HEADERS_MS
  server.requestTimeout = REQUEST_MS
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, backlog: BACKLOG }, resolve)
  })
}

/** Refuses new connections, lets answers under way finish, and drops idle ones; gives up on the rest in time. */
export async function stopListening(server: Server) {
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const late = setTimeout(() => server.closeAllConnections(), LONGEST_STOP_MS)
  await new Promise<void>((resolve) => server.close(() => resolve()))
  clearInterval(idle)
  clearTimeout(late)
}
