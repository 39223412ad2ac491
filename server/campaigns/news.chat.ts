import { choice, chosen, foldWords, isNo, isYes, toOptions } from '../chat/choosing.ts'
import type { Intent, Say } from '../chat/intent.ts'
import { refusesNews } from './news.queries.ts'
import { refuseNews, wantNews } from './news.usecases.ts'

export type NewsState = { step: 'refuse' | 'want' }

const HALF_HOUR_MS = 30 * 60_000
const STOP =
  /^(?:toi |em )?(?:muon |xin )?(?:ngung|dung|thoi|tat|huy|khong|ko)(?: muon)?(?: nhan| dang ky| gui)(?: cac)? (?:tin|thong bao|tin nhan|ban tin)(?: nua| tuyen truyen| chien dich)?(?: a)?$/
const START =
  /^(?:toi |em )?(?:muon |xin )?(?:nhan tin lai|nhan lai tin|dang ky nhan tin|bat tin|nhan tin tro lai|dang ky lai)(?: a)?$/
const YES = { refuse: choice('Tin', true, 'Ngừng nhận tin'), want: choice('Tin', true, 'Nhận tin lại') }
const NO = choice('Tin', false, 'Không, giữ như cũ')

/** Whether news of campaigns is wanted: said, asked back once, and kept. */
export const newsIntent: Intent<NewsState> = {
  name: 'news',
  doing: 'chọn có nhận tin hay không',
  lastsMs: HALF_HOUR_MS,
  begins: ({ folded }) => STOP.test(folded) || START.test(folded),
  async start(ctx, heard) {
    const isStopping = !START.test(foldWords(heard.text))
    const isRefused = await refusesNews(ctx.db, ctx.actor.sessionId)
    if (isStopping === isRefused) return { say: [{ text: isRefused ? ALREADY_REFUSED : ALREADY_WANTED }], next: 'done' }
    const next: NewsState = { step: isStopping ? 'refuse' : 'want' }
    return { say: ask(next), next }
  },
  async resume(ctx, state, { text }) {
    const { step } = state
    const picked = chosen([YES[step], NO], text)?.value
    const again = step === 'refuse' ? STOP.test(foldWords(text)) : START.test(foldWords(text))
    if (picked === false || (picked === undefined && isNo(text)))
      return { say: [{ text: 'Dạ, giữ như cũ ạ.' }], next: 'done' }
    if (picked === undefined && !isYes(text) && !again) return undefined
    await (step === 'refuse' ? refuseNews(ctx) : wantNews(ctx))
    return { say: [{ text: step === 'refuse' ? REFUSED : WANTED }], next: 'done' }
  },
  ask: async (_ctx, state) => ask(state),
}

function ask({ step }: NewsState): Say[] {
  const text =
    step === 'refuse'
      ? 'Anh/chị muốn ngừng nhận tin tuyên truyền của Sở, phải không ạ? Trả lời về phiếu đã gửi thì vẫn được báo.'
      : 'Anh/chị muốn nhận lại tin tuyên truyền của Sở, phải không ạ?'
  return [{ text, options: toOptions([YES[step], NO]) }]
}

const REFUSED =
  'Dạ, từ nay không gửi tin tuyên truyền cho anh/chị nữa. Đổi ý thì nhắn “nhận tin lại”. Hỏi gì vẫn được trả lời ạ.'
const WANTED = 'Dạ, từ nay anh/chị nhận lại tin của Sở. Muốn thôi thì nhắn “ngừng nhận tin” ạ.'
const ALREADY_REFUSED = 'Anh/chị đã ngừng nhận tin rồi ạ. Muốn nhận lại thì nhắn “nhận tin lại”.'
const ALREADY_WANTED = 'Anh/chị vẫn đang nhận tin của Sở ạ. Muốn thôi thì nhắn “ngừng nhận tin”.'
