import { z } from '@hono/zod-openapi'
import type { Api } from '../http/api.ts'
import { route } from '../http/route.ts'
import { Procedure, ProcedureList, ProcedureListQuery } from './procedures.schemas.ts'
import { listProcedures, readProcedure } from './procedures.usecases.ts'

const list = route('GET /api/procedures', {
  summary: 'Procedures, full records first, in pages',
  access: 'anyone',
  query: ProcedureListQuery,
  reply: ProcedureList,
  problems: ['request.invalid', 'cursor.invalid'],
})

const read = route('GET /api/procedures/{codeOrSlug}', {
  summary: 'One procedure; a code that has been replaced answers with what replaced it',
  access: 'anyone',
  params: z.object({ codeOrSlug: z.string().min(1).max(120) }),
  reply: Procedure,
  problems: ['procedure.not_found'],
})

export function procedureDoors(api: Api) {
  api.publish(list, (ctx, { query }) => listProcedures(ctx, query))
  api.publish(read, (ctx, { params }) => readProcedure(ctx, params.codeOrSlug))
}
