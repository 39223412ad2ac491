import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { PublishedReplies } from './published-replies.ts'

export type Metrics = ReturnType<typeof createMetrics>

export function createMetrics({ replies }: { replies: PublishedReplies }) {
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
  return {
    request: ({ route, status, milliseconds }: { route: string; status: number; milliseconds: number }) => {
      requests.inc({ route, status })
      duration.observe({ route }, milliseconds / 1000)
    },
    text: () => registry.metrics(),
  }
}
