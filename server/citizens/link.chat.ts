import { foldWords } from '../chat/choosing.ts'
import type { Intent, Turn } from '../chat/intent.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import { joinByCode, undoChatLink } from './link.usecases.ts'
import { readLinkCode } from './link-code.rules.ts'

const UNDO = new Set(['huy noi', 'huy lien ket', 'bo lien ket', 'go lien ket', 'bo noi'])
const ASKS = /^#?(?:lien ?ket|noi (?:voi )?(?:ung dung|mini app|zalo))(?:\s|$)/

const HOW =
  'Muốn nối chat này với ứng dụng, anh/chị mở ứng dụng, vào “Dữ liệu của tôi”, bấm “Nối với chat Zalo”, rồi nhắn mã 6 số ' +
  'cho trợ lý, ví dụ: #lienket 123456. Mã dùng một lần, trong 10 phút ạ.'
const LINKED =
  'Đã nối xong ạ. Từ nay phiếu gửi ở đây và trong ứng dụng là một: xem ở đâu cũng thấy. Nếu không phải anh/chị tự lấy mã ' +
  'này, nhắn ngay “huỷ nối”.'
const WRONG = 'Mã này không đúng, đã dùng rồi hoặc đã hết 10 phút. Anh/chị lấy mã mới trong ứng dụng rồi nhắn lại ạ.'

/** Joins the chat to the Mini App by a code, and undoes it. */
export const linkIntent: Intent = {
  name: 'link',
  doing: 'nối chat với ứng dụng',
  lastsMs: 0,
  begins: ({ folded, heard }) =>
    ASKS.test(folded) || heard.text.trim().toLowerCase().startsWith('#lienket') || UNDO.has(folded),
  async start(ctx, { text }) {
    const folded = foldWords(text)
    if (UNDO.has(folded)) return undo(ctx)
    const code = readLinkCode(folded)
    return code === undefined ? say(HOW) : link(ctx, code)
  },
  resume: async () => undefined,
  ask: async () => [],
}

async function link(ctx: Ctx<Citizen>, code: string): Promise<Turn<never>> {
  const linked = await joinByCode(ctx, code)
  if (linked.outcome === 'too_many')
    return say(`Anh/chị đã thử nhiều mã chưa đúng. Chờ ${linked.minutes} phút rồi lấy mã mới giúp ạ.`)
  if (linked.outcome === 'wrong') return say(WRONG)
  return say(linked.outcome === 'already' ? 'Chat này đã nối với ứng dụng của anh/chị rồi ạ.' : LINKED)
}

async function undo(ctx: Ctx<Citizen>): Promise<Turn<never>> {
  const { wasLinked } = await undoChatLink(ctx)
  return say(wasLinked ? 'Đã thôi nối. Chat này lại đứng riêng ạ.' : 'Chat này chưa nối với ứng dụng nào ạ.')
}

function say(text: string): Turn<never> {
  return { say: [{ text }], next: 'done' }
}
