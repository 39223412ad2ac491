import openapiTS, { astToString } from 'openapi-typescript'
import { mountDoors } from '../server/app.ts'
import type { Ctx } from '../server/ctx.ts'
import { createApi } from '../server/http/api.ts'
import { OPENAPI_INFO } from '../server/http/docs.ts'
import { PublishedReplies } from '../server/http/published-replies.ts'

/** The citizens' contract, from the routes alone: nothing is started and nothing answers. */
export function describeApi() {
  const api = createApi({
    makeCtx: (): Ctx<never> => {
      throw new Error('the contract is described without answering')
    },
    replies: new PublishedReplies(),
  })
  mountDoors(api, undefined)
  return { document: api.app.getOpenAPI31Document(OPENAPI_INFO), policies: api.policies }
}

/** The app's types, written from the contract. */
export async function makeApiTypes(): Promise<string> {
  // openapi-typescript reads the same OpenAPI 3.1 document, typed by another package.
  const ast = await openapiTS(structuredClone(describeApi().document) as Parameters<typeof openapiTS>[0])
  return `/* Written by npm run api:types. */\n${astToString(ast)}`
}
