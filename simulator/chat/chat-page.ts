import { readFileSync } from 'node:fs'
import type { Hono } from 'hono'
import { html } from 'hono/html'
import { z } from 'zod'
import { withBody } from '../control.ts'
import type { Delivery } from '../delivery.ts'
import type { Oa } from '../oa.ts'
import type { State } from '../state.ts'

const CSP =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' http://localhost:* http://127.0.0.1:*; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
const NewName = z.strictObject({ name: z.string().trim().min(1).max(60) })
const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

/** A chat with the account, for whoever has no Zalo at hand: what a phone would show, and what it would do. */
export function chatPage(app: Hono, { state, oa, delivery }: { state: State; oa: Oa; delivery: Delivery }) {
  const [style, script] = [read('./chat.css'), read('./chat.js')]
  app.get('/', (context) => {
    context.header('content-security-policy', CSP)
    return context.html(page(oa.settings.oaName))
  })
  app.get('/favicon.ico', (context) => context.body(null, 204))
  app.get('/chat.css', (context) => context.body(style, 200, { 'content-type': 'text/css; charset=utf-8' }))
  app.get('/chat.js', (context) => context.body(script, 200, { 'content-type': 'text/javascript; charset=utf-8' }))

  app.get('/__sim/chat', (context) => {
    const people = state.listPeople().map(({ name, oaUserId }) => {
      return { userId: oaUserId, name, isFollower: oa.find(oaUserId)?.isFollower ?? false }
    })
    return context.json({ people })
  })
  app.post('/__sim/chat', (context) =>
    withBody(context, NewName, ({ name }) => {
      const [id, oaUserId] = [digits(state), digits(state)]
      state.addPerson({ id, oaUserId, name, phone: `849${digits(state).slice(0, 8)}` })
      return { userId: oaUserId }
    }),
  )
  app.get('/__sim/chat/:id', (context) => {
    const userId = context.req.param('id')
    const after = Number(context.req.query('after') ?? 0)
    const lines = oa.lines(userId).filter(({ seq, hidden }) => seq > after && !hidden)
    return context.json({
      isFollower: oa.find(userId)?.isFollower ?? false,
      lines,
      problem: problemOf(delivery, userId),
    })
  })
}

/** Nineteen digits, as Zalo's numbers of people have. */
function digits(state: State) {
  const number = BigInt(`0x${Buffer.from(state.mint('person'), 'base64url').toString('hex').slice(0, 24)}`)
  return `1${number.toString().padStart(18, '0').slice(0, 18)}`
}

/** Whether the service hears what is said here. */
function problemOf(delivery: Delivery, userId: string) {
  if (delivery.weather.oaUrl === null) return 'no_webhook'
  if (!delivery.isSubscribed()) return 'unsubscribed'
  const last = delivery.parcels().findLast(({ lane }) => lane === userId)
  return last && last.attempts.length > 0 && last.state !== 'delivered' ? 'not_taken' : null
}

function page(oaName: string) {
  return html`<!doctype html>
<html lang="vi">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Trò chuyện thử với ${oaName}</title>
    <link rel="stylesheet" href="/chat.css" />
    <script src="/chat.js" defer></script>
  </head>
  <body>
    <div class="frame">
      <header>
        <h1>Trò chuyện thử với ${oaName}</h1>
        <p class="note">Trang này thay cho Zalo trên máy của anh/chị; không tin nào rời khỏi máy.</p>
      </header>
      <section class="who" aria-label="Ai đang nhắn">
        <div class="row">
          <label for="people">Người nhắn<select id="people"></select></label>
          <button type="button" id="follow">Quan tâm</button>
        </div>
        <details>
          <summary>Thêm người khác</summary>
          <form class="row" id="newcomer">
            <label>Họ tên <input name="name" maxlength="60" required autocomplete="off" /></label>
            <button>Thêm</button>
          </form>
        </details>
        <details>
          <summary>Nói với vai cán bộ</summary>
          <p class="note">Như khi cán bộ gõ trong trang quản trị của Zalo: trợ lý tự động sẽ im lặng.</p>
          <form class="row" id="agent">
            <label>Lời của cán bộ <input name="text" maxlength="2000" required autocomplete="off" /></label>
            <button>Gửi</button>
          </form>
        </details>
        <p id="problem" role="status"></p>
      </section>
      <main><div id="log" role="log" aria-live="polite" aria-label="Tin nhắn" tabindex="0">
        <p class="note" id="empty">Chưa có tin nào. Hãy bấm Quan tâm rồi gõ câu hỏi, ví dụ: con toi chuyen truong can giay to gi</p>
        <ol id="lines"></ol>
      </div></main>
      <footer>
        <form class="row" id="composer">
          <label class="grow"><span class="hidden">Tin nhắn</span>
            <input name="text" maxlength="2000" required autocomplete="off" placeholder="Nhập tin nhắn" /></label>
          <button class="main">Gửi</button>
        </form>
        <div class="extras">
          <label class="hidden" for="photo">Chọn ảnh để gửi</label>
          <input class="hidden" type="file" id="photo" accept="image/jpeg,image/png" tabindex="-1" />
          <button type="button" id="pick">Gửi ảnh</button>
          <button type="button" id="sample">Gửi ảnh mẫu</button>
          <button type="button" id="place">Gửi vị trí</button>
        </div>
      </footer>
    </div>
  </body>
</html>`
}
