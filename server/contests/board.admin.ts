import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { BoardQuery, MissingParams, MissingPeople, ParticipationBoard } from './board.schemas.ts'
import { listMissing, showBoard } from './board.usecases.ts'
import { ContestParams } from './builder.schemas.ts'
import { HeldDecision, HeldList, HeldParams } from './held.schemas.ts'
import { decideHeld, listHeld } from './held.usecases.ts'

const officiates = { access: { may: 'contests.officiate' }, reply: HeldList } as const

const board = route('GET /admin/api/contests/{id}/board', {
  access: { may: 'contests.read' },
  summary: 'How far each unit has come in a round, without scores; how many people only of one’s own units',
  params: ContestParams,
  query: BoardQuery,
  reply: ParticipationBoard,
  problems: ['contest.not_found', 'contest.wrong_state', 'contest.round_not_found'],
})
const missing = route('GET /admin/api/contests/{id}/units/{unitId}/missing', {
  access: { may: 'contests.members' },
  summary: 'Who of a unit’s list has not taken part in a round',
  params: MissingParams,
  query: BoardQuery,
  reply: MissingPeople,
  problems: ['contest.not_found', 'contest.wrong_state', 'contest.round_not_found'],
})
const held = route('GET /admin/api/contests/{id}/held', {
  ...officiates,
  summary: 'Entries with a code that somebody has entered with before',
  params: ContestParams,
  problems: ['contest.not_found'],
})
const decide = route('POST /admin/api/contests/{id}/held/{entryId}', {
  ...officiates,
  summary: 'Count an entry that was held, in place of the other or beside it, or remove it',
  params: HeldParams,
  body: HeldDecision,
  problems: ['contest.not_found', 'contest.wrong_state', 'contest.entry_not_found', 'contest.entry_decided'],
})

export function contestBoardDoors(api: StaffApi) {
  api.serve(board, (ctx, { params, query }) => showBoard(ctx, params.id, query))
  api.serve(missing, (ctx, { params, query }) => listMissing(ctx, params, query))
  api.serve(held, (ctx, { params }) => listHeld(ctx, params.id))
  api.serve(decide, (ctx, { params, body }) => decideHeld(ctx, params, body))
}
