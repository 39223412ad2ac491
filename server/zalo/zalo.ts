import { createGraph, type Graph } from './graph.ts'

export type Zalo = {
  graph: Graph
}

export function createZalo(settings: { graphUrl: string | undefined; appSecret: string }): Zalo {
  return {
    graph: createGraph({ url: settings.graphUrl, appSecret: settings.appSecret }),
  }
}
