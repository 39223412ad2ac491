import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { controlDoors } from './control.ts'
import { graphDoors } from './graph.ts'
import { createState, type Person, type ZaloApp } from './state.ts'

const DEMO_PEOPLE: Person[] = [
  { id: '4047671499938107249', name: 'Nguyễn Thị Lan', phone: '84912345678', oaUserId: '7301240951022634817' },
  { id: '3368637342326461234', name: 'Trần Văn Minh', phone: '84987654321', oaUserId: '1986550423388120945' },
]

/** Stands in for Zalo's servers on this machine alone. `state` is what a test moves directly, people through /__sim. */
export async function startSimulator({
  port,
  apps,
  people = DEMO_PEOPLE,
  now = () => new Date(),
}: {
  port: number
  apps: ZaloApp[]
  people?: Person[]
  now?: () => Date
}) {
  const state = createState({ apps, people, now })
  const closing = new AbortController()
  const app = new Hono()
  controlDoors(app, state)
  graphDoors(app, state, closing.signal)
  const server = createServer(getRequestListener(app.fetch))
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1' }, resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    state,
    async stop() {
      closing.abort()
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
    },
  }
}
