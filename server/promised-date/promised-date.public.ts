import type { Api } from '../http/api.ts'
import { route } from '../http/route.ts'
import { PromisedDateQuery, PromisedDates } from './promised-date.schemas.ts'
import { promiseDates } from './promised-date.usecases.ts'

const promise = route('GET /api/promised-date', {
  summary: 'When a dossier received at a given time is due, one date for each time limit of the procedure',
  access: 'anyone',
  query: PromisedDateQuery,
  reply: PromisedDates,
  problems: ['request.invalid', 'procedure.not_found'],
})

export function promisedDateDoors(api: Api) {
  api.serve(promise, (ctx, { query }) => promiseDates(ctx, query))
}
