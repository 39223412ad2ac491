import type { Context, Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { meetFault } from './faults.ts'
import type { OaSettings } from './oa-settings.ts'
import type { OaTokens } from './oa-tokens.ts'
import type { State } from './state.ts'

const TOKEN_PATH = '/v4/oa/access_token'
const Asked = z.object({
  app_id: z.string(),
  redirect_uri: z.url(),
  code_challenge: z.string().default(''),
  state: z.string().optional(),
})
// Zalo documents -14002, -14003 and -14029. The others are invented, so that nobody comes to depend on them.
const WRONG_APP = { error: -14001, error_name: 'Invalid app id' }
const WRONG_CALLBACK = { error: -14003, error_name: 'Invalid redirect uri' }
const WRONG_SECRET = { error: -14004, error_name: 'Invalid secret key' }
const BAD_CODE = { error: -14012, error_name: 'Invalid authorization code' }
const BAD_REFRESH = { error: -14014, error_name: 'Invalid refresh token' }

type Deps = { state: State; tokens: OaTokens; settings: OaSettings; closing: AbortSignal }

/** oauth.zaloapp.com for an Official Account: the page on which its administrator allows the app, and the tokens. */
export function oauthDoors(app: Hono, { state, tokens, settings, closing }: Deps) {
  app.get('/v4/oa/permission', (context) => {
    const asked = Asked.safeParse(context.req.query())
    if (!asked.success || wrongCallback(settings, asked.data.redirect_uri)) return refuse(context, WRONG_CALLBACK)
    if (asked.data.app_id !== settings.appId) return refuse(context, WRONG_APP)
    return context.html(permissionPage(settings.oaName, asked.data))
  })
  app.post('/v4/oa/permission', async (context) => {
    const asked = Asked.safeParse(await context.req.parseBody())
    if (!asked.success || wrongCallback(settings, asked.data.redirect_uri)) return refuse(context, WRONG_CALLBACK)
    const back = new URL(asked.data.redirect_uri)
    back.searchParams.set('code', tokens.grantCode(asked.data.code_challenge))
    back.searchParams.set('oa_id', settings.oaId)
    if (asked.data.state) back.searchParams.set('state', asked.data.state)
    return context.redirect(back.href)
  })
  app.post(TOKEN_PATH, async (context) => {
    const body = z
      .record(z.string(), z.string())
      .catch({})
      .parse(await context.req.parseBody())
    const act = () => answerToken(context, { body, tokens, settings })
    return meetFault(context, state.takeFault(TOKEN_PATH), { closing, act })
  })
}

function answerToken(
  context: Context,
  { body, tokens, settings }: { body: Record<string, string>; tokens: OaTokens; settings: OaSettings },
) {
  if (context.req.header('secret_key') !== settings.appSecret) return refuse(context, WRONG_SECRET)
  if (body.app_id !== settings.appId) return refuse(context, WRONG_APP)
  if (body.grant_type === 'refresh_token') {
    const pair = tokens.refresh(body.refresh_token ?? '')
    return pair ? context.json(pair) : refuse(context, BAD_REFRESH)
  }
  const pair = tokens.exchange({ code: body.code ?? '', verifier: body.code_verifier ?? '' })
  return pair ? context.json(pair) : refuse(context, BAD_CODE)
}

function wrongCallback({ callback }: OaSettings, asked: string) {
  return callback !== null && callback !== asked
}

/** HTTP 200, as everything Zalo refuses. */
function refuse(context: Context, why: { error: number; error_name: string }) {
  const ref_doc = 'https://developers.zalo.me/docs/official-account/phu-luc/ma-loi'
  return context.json({ ...why, error_reason: why.error_name, error_description: why.error_name, ref_doc })
}

function permissionPage(oaName: string, asked: z.output<typeof Asked>) {
  return html`<!doctype html>
<html lang="vi">
  <head><meta charset="utf-8" /><meta name="viewport" content="width=device-width" /><title>Cho phép ứng dụng</title></head>
  <body style="font: 18px/1.5 system-ui; max-width: 32rem; margin: 3rem auto; padding: 0 1rem">
    <h1>Cho phép ứng dụng</h1>
    <p>Ứng dụng ${asked.app_id} xin quyền gửi tin nhắn, quản lý người dùng và bài viết của Official Account
      <strong>${oaName}</strong>.</p>
    <form method="post">
      ${Object.entries(asked).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
      <button style="font: inherit; padding: 0.6rem 1.2rem">Cho phép</button>
    </form>
  </body>
</html>`
}
