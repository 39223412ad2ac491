import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { withBody } from './control.ts'
import type { Delivery } from './delivery.ts'
import { meetFault } from './faults.ts'
import type { State } from './state.ts'

const Send = z.object({ chat_id: z.string().min(1), text: z.string().min(1) })
const Webhook = z.object({ url: z.url(), secret_token: z.string().min(8).max(256) })
const Text = z.strictObject({ text: z.string().min(1), name: z.string().min(1).optional() })
const LONGEST_TEXT = 2_000

export type BotLine = { chatId: string; by: 'person' | 'bot'; text: string; messageId: string }
type Update = { event_name: string; message: Record<string, unknown> }

export function createBot({ token, state, delivery }: { token: string; state: State; delivery: Delivery }) {
  const lines: BotLine[] = []
  const updates: Update[] = []
  let webhook: z.output<typeof Webhook> | undefined
  return {
    token,
    lines: (chatId: string) => lines.filter((line) => line.chatId === chatId),
    webhook: () => webhook,
    setWebhook(set: z.output<typeof Webhook> | undefined) {
      webhook = set
    },
    takeUpdate: () => updates.shift(),
    send(chatId: string, text: string) {
      const messageId = state.mint('bot message').slice(0, 20)
      lines.push({ chatId, by: 'bot', text, messageId })
      return { message_id: messageId, date: state.time() }
    },
    /** Somebody writes to the bot: to its webhook, or kept until it asks. */
    hear(chatId: string, { text, name = 'Bảy' }: z.output<typeof Text>) {
      const messageId = state.mint('bot message').slice(0, 20)
      lines.push({ chatId, by: 'person', text, messageId })
      const from = { id: chatId, display_name: name, is_bot: false }
      const message = {
        message_id: messageId,
        text,
        chat: { id: chatId, chat_type: 'PRIVATE' },
        from,
        date: state.time(),
      }
      const update = { event_name: 'message.text.received', message }
      if (webhook === undefined) updates.push(update)
      else {
        const headers = { 'x-bot-api-secret-token': webhook.secret_token }
        delivery.post(`bot ${chatId}`, webhook.url, update.event_name, {
          body: Buffer.from(JSON.stringify(update)),
          headers,
        })
      }
      return messageId
    },
  }
}
export type Bot = ReturnType<typeof createBot>

/** The Zalo Bot Platform: another product, with an envelope of its own and a token in the address. */
export function botDoors(app: Hono, { bot, state, closing }: { bot: Bot; state: State; closing: AbortSignal }) {
  const methods: Record<string, (body: unknown) => object> = {
    getMe: () => ok({ id: bot.token.split(':')[0], account_name: 'bot.gdtayninh', display_name: 'Bot GDĐT Tây Ninh' }),
    sendMessage(body) {
      const asked = Send.safeParse(body)
      if (!asked.success || [...asked.data.text].length > LONGEST_TEXT)
        return failed(400, 'Bad Request: text or chat_id')
      return ok(bot.send(asked.data.chat_id, asked.data.text))
    },
    sendChatAction: () => ok(true),
    setWebhook(body) {
      const asked = Webhook.safeParse(body)
      if (!asked.success) return failed(400, 'Bad Request: url or secret_token')
      bot.setWebhook(asked.data)
      return ok({ url: asked.data.url, updated_at: state.time() })
    },
    deleteWebhook() {
      bot.setWebhook(undefined)
      return ok({ url: '' })
    },
    getWebhookInfo: () => ok({ url: bot.webhook()?.url ?? '' }),
    getUpdates() {
      if (bot.webhook() !== undefined) return failed(409, 'Conflict: a webhook is set')
      const update = bot.takeUpdate()
      return update ? ok(update) : failed(408, 'Request timeout')
    },
  }
  app.on(['GET', 'POST'], '/:bot{bot[^/]+}/:method', (context: Context) => {
    const method = context.req.param('method') ?? ''
    const act = async () => {
      if (context.req.param('bot') !== `bot${bot.token}`) return context.json(failed(401, 'Unauthorized'))
      const body: unknown = await context.req.json().catch(() => ({}))
      return context.json(methods[method]?.(body) ?? failed(404, 'Not Found'))
    }
    return meetFault(context, state.takeFault(`/bot/${method}`), { closing, act })
  })
  app.post('/__sim/bot/:chat/text', (context) =>
    withBody(context, Text, (said) => ({ messageId: bot.hear(context.req.param('chat'), said) })),
  )
  app.get('/__sim/bot/:chat', (context) => context.json({ lines: bot.lines(context.req.param('chat')) }))
}

const ok = (result: unknown) => ({ ok: true, result })
const failed = (error_code: number, description: string) => ({ ok: false, error_code, description })
