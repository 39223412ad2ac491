import { createGraph, type Graph } from './graph.ts'
import { type MiniAppEvent, readMiniAppEvent } from './mini-app-event.ts'
import type { Articles } from './oa-articles.ts'

export type Zalo = {
  graph: Graph
  /** Nothing where no Official Account is set up. */
  oa?: Articles
  readMiniAppEvent: (sent: { body: string; signature: string | undefined }) => MiniAppEvent | undefined
}

export function createZalo(settings: {
  graphUrl: string | undefined
  appSecret: string
  miniAppApiKey: string | undefined
}): Zalo {
  return {
    graph: createGraph({ url: settings.graphUrl, appSecret: settings.appSecret }),
    readMiniAppEvent: (sent) => readMiniAppEvent(settings.miniAppApiKey, sent),
  }
}
