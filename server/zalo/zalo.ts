import { createGraph, type Graph } from './graph.ts'
import type { OaClient } from './oa-api.ts'
import type { OaGrant } from './oa-grant.ts'

export type Zalo = {
  graph: Graph
  /** The number of the Official Account, to open a chat with; nothing where none is set. */
  oaId: string | null
  /** What the Official Account can be asked to do, and being allowed to; nothing where none is set. */
  oa: OaClient | undefined
  grant: OaGrant | undefined
}

export function createZalo(settings: {
  graphUrl: string | undefined
  appSecret: string
  oaId: string | null
  oa: { client: OaClient; grant: OaGrant } | undefined
}): Zalo {
  return {
    graph: createGraph({ url: settings.graphUrl, appSecret: settings.appSecret }),
    oaId: settings.oaId,
    oa: settings.oa?.client,
    grant: settings.oa?.grant,
  }
}
