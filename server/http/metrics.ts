import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { PublishedReplies } from './published-replies.ts'

export type Metrics = ReturnType<typeof createMetrics>

export function createMetrics({
  replies,
  clockJumpedMs = () => 0,
  zaloEvents = () => ({}),
}: {
  replies: PublishedReplies
  clockJumpedMs?: () => number
  /** What became of the events that arrived since the webhook process began. */
  zaloEvents?: () => Record<string, number>
}) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const requests = new Counter({
    name: 'http_requests_total',
    help: 'Requests that reached the router',
    labelNames: ['route', 'status'],
    registers: [registry],
  })
  const duration = new Histogram({
    name: 'http_request_seconds',
    help: 'Time from first middleware to answer',
    labelNames: ['route'],
    buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2],
    registers: [registry],
  })
  new Gauge({
    name: 'published_replies_answered_from_memory',
    help: 'Requests answered before the router since start',
    registers: [registry],
    collect() {
      this.set(replies.hits)
    },
  })
  new Gauge({
    name: 'clock_jumped_seconds',
    help: 'How far this machine’s clock was set ahead of the time that has passed since start; alarm beyond 2 either way',
    registers: [registry],
    collect() {
      this.set(clockJumpedMs() / 1000)
    },
  })
  new Gauge({
    name: 'zalo_events_received',
    help: 'Events of Zalo since the webhook process began, by what became of them; refused and failed should stay still',
    labelNames: ['outcome'],
    registers: [registry],
    collect() {
      for (const [outcome, count] of Object.entries(zaloEvents())) this.set({ outcome }, count)
    },
  })
  return {
    request: ({ route, status, milliseconds }: { route: string; status: number; milliseconds: number }) => {
      requests.inc({ route, status })
      duration.observe({ route }, milliseconds / 1000)
    },
    text: () => registry.metrics(),
  }
}
