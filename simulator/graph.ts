import { createHmac } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { meetFault, tellAbroad } from './faults.ts'
import type { Person, State } from './state.ts'

// Zalo documents -501 alone. The other numbers are invented, so that nobody's client comes to depend on them.
const TOKEN_IN_QUERY = -1001
const UNKNOWN_TOKEN = -1002
const EXPIRED_TOKEN = -1003
const WRONG_PROOF = -1004
const WRONG_SECRET = -1005
const BAD_CODE = -1006

/** What a server outside Vietnam may still ask; the rest is personal. */
const OPEN_FIELDS = new Set(['id', 'user_id_by_oa', 'is_sensitive'])

/** graph.zalo.me as far as a Mini App's server asks it: who a token belongs to, and the number behind a code. */
export function graphDoors(app: Hono, state: State, closing: AbortSignal) {
  app.get('/v2.0/me', (context) =>
    meetFault(context, state.takeFault('me'), { closing, act: () => answerMe(context, state) }),
  )
  app.get('/v2.0/me/info', (context) =>
    meetFault(context, state.takeFault('info'), { closing, act: () => answerInfo(context, state) }),
  )
}

function answerMe(context: Context, state: State) {
  const fields = (context.req.query('fields') ?? 'id').split(',')
  const asked = readToken(context, state)
  if ('refusal' in asked) return asked.refusal
  if (state.isAbroad() && fields.some((field) => !OPEN_FIELDS.has(field))) return tellAbroad(context)
  const proof = context.req.header('appsecret_proof')
  if (proof !== proofOf(asked.secret, asked.token)) return failure(context, WRONG_PROOF, 'appsecret_proof is invalid')
  return context.json({ ...pick(asked.person, fields), error: 0, message: 'Success' })
}

function answerInfo(context: Context, state: State) {
  const asked = readToken(context, state)
  if ('refusal' in asked) return asked.refusal
  if (state.isAbroad()) return tellAbroad(context)
  if (context.req.header('secret_key') !== asked.secret) return failure(context, WRONG_SECRET, 'secret_key is invalid')
  const person = state.takeCode(context.req.header('code') ?? '', asked)
  if (person === undefined) return failure(context, BAD_CODE, 'code is invalid or has expired')
  return context.json({ data: { number: person.phone }, error: 0, message: 'Success' })
}

function proofOf(secret: string, token: string) {
  return createHmac('sha256', secret).update(token).digest('hex')
}

function readToken(context: Context, state: State): { refusal: Response } | Asked {
  if (context.req.query('access_token') !== undefined)
    return { refusal: failure(context, TOKEN_IN_QUERY, 'AccessToken should be placed in header') }
  const token = context.req.header('access_token') ?? ''
  const known = state.findToken(token)
  const person = known && state.findPerson(known.personId)
  const secret = state.apps.find(({ id }) => id === known?.appId)?.secret
  if (!known || !person || secret === undefined)
    return { refusal: failure(context, UNKNOWN_TOKEN, 'Access token is invalid') }
  if (known.expiresAt <= state.time()) return { refusal: failure(context, EXPIRED_TOKEN, 'Access token has expired') }
  return { ...known, token, person, secret }
}

type Asked = { personId: string; appId: string; expiresAt: number; token: string; person: Person; secret: string }

/** A refusal is an answer like any other to Zalo: HTTP 200, and a number that is not 0. */
function failure(context: Context, error: number, message: string) {
  return context.json({ error, message })
}

function pick({ id, name, oaUserId }: Person, fields: string[]) {
  const all: Record<string, unknown> = {
    id,
    name,
    picture: { data: { url: 'https://s120-ava-talk.example.vn/default.jpg' } },
    user_id_by_oa: oaUserId,
    is_sensitive: false,
  }
  return Object.fromEntries(fields.filter((field) => field in all).map((field) => [field, all[field]]))
}
