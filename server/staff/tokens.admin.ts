import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { Done } from './staff.schemas.ts'
import { MadeToken, NewToken, TokenId, TokenList, TokenQuery } from './tokens.schemas.ts'
import { listTokens, makeToken, revokeToken } from './tokens.usecases.ts'

const access = { may: 'tokens.manage' } as const

const list = route('GET /admin/api/tokens', {
  summary: 'Keys of other systems, newest first',
  access,
  query: TokenQuery,
  reply: TokenList,
})

const make = route('POST /admin/api/tokens', {
  summary: 'A key for another system; answers it, once',
  access,
  body: NewToken,
  reply: MadeToken,
  status: 201,
})

const revoke = route('DELETE /admin/api/tokens/{id}', {
  summary: 'The key opens nothing any more',
  access,
  params: TokenId,
  reply: Done,
  problems: ['token.not_found'],
})

export function tokenDoors(api: StaffApi) {
  api.serve(list, (ctx, { query }) => listTokens(ctx, query))
  api.serve(make, (ctx, { body }) => makeToken(ctx, body), { isReplySecret: true })
  api.serve(revoke, (ctx, { params }) => revokeToken(ctx, params.id))
}
