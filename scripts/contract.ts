import { Hono } from 'hono'
import openapiTS, { astToString } from 'openapi-typescript'
import { mountDoors, mountStaffDoors } from '../server/app.ts'
import { createApi, type Policies, type Router } from '../server/http/api.ts'
import { OPENAPI_INFO, STAFF_OPENAPI_INFO } from '../server/http/docs.ts'
import { PublishedReplies } from '../server/http/published-replies.ts'
import { createStaffApi } from '../server/http/staff-api.ts'

/** Both contracts, from the routes alone: nothing is started and nothing answers. */
export function describeApi() {
  const app: Router = new Hono()
  const policies: Policies = []
  const answersNothing = (): never => {
    throw new Error('the contract is described without answering')
  }
  const api = createApi({
    app,
    policies,
    makeCtx: answersNothing,
    makeCitizenCtx: answersNothing,
    makeTakerCtx: answersNothing,
    identifyCitizen: answersNothing,
    identifyTaker: answersNothing,
    replies: new PublishedReplies(),
    callerAddress: answersNothing,
  })
  mountDoors(api, undefined)
  const staffApi = createStaffApi({
    app,
    policies,
    makeCtx: answersNothing,
    makeAnyoneCtx: answersNothing,
    authenticate: answersNothing,
    idempotency: { begin: answersNothing, finish: answersNothing, release: answersNothing },
    publicUrl: 'http://localhost',
    callerAddress: answersNothing,
  })
  mountStaffDoors(staffApi)
  return {
    document: api.contract.getOpenAPI31Document(OPENAPI_INFO),
    staffDocument: staffApi.contract.getOpenAPI31Document(STAFF_OPENAPI_INFO),
    policies,
  }
}

/** The apps' types, written from the contracts. */
export async function makeApiTypes(): Promise<{ citizens: string; staff: string }> {
  const { document, staffDocument } = describeApi()
  return { citizens: await toTypes(document), staff: await toTypes(staffDocument) }
}

async function toTypes(document: ReturnType<typeof describeApi>['document']) {
  // openapi-typescript reads the same OpenAPI 3.1 document, typed by another package.
  const ast = await openapiTS(structuredClone(document) as Parameters<typeof openapiTS>[0])
  return `/* Written by npm run api:types. */\n${astToString(ast)}`
}
