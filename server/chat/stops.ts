import { findReply } from '../content/content.queries.ts'
import type { Ctx } from '../ctx.ts'
import { readText } from '../feedback/stop.rules.ts'
import { foldedWords } from '../search/vietnamese-text.ts'
import { appLink } from './app-link.ts'
import type { Say } from './intent.ts'
import { SEE_OFFICER } from './words.ts'

/** The same numbers as in the Mini App, before a report is written. */
const HELP_WORDS = {
  emergency: [
    'Nếu đang có người gặp nguy hiểm, hãy gọi ngay:',
    '115 Cấp cứu y tế',
    '113 Công an',
    '114 Chữa cháy, cứu nạn',
    'Trợ lý này không gọi giúp được.',
  ],
  child_protection: [
    'Nếu một em nhỏ đang bị đánh, bị xâm hại, hãy gọi ngay:',
    '111 Tổng đài quốc gia bảo vệ trẻ em, miễn phí, cả ngày đêm',
    '113 Công an',
    '115 Cấp cứu y tế',
    'Trợ lý này không gọi giúp được.',
  ],
  self_harm: [
    'Anh/chị không phải chịu một mình. Hãy nói ngay với một người mình tin, và gọi:',
    '115 Cấp cứu y tế',
    '111 Tổng đài quốc gia bảo vệ trẻ em, miễn phí, cả ngày đêm',
    '113 Công an',
    'Muốn nói với cán bộ, anh/chị gõ “gặp cán bộ”.',
  ],
} as const

const LEGAL_WORDS = [
  'Khiếu nại, tố cáo có đường riêng theo luật, không nhận qua trò chuyện này (Nghị định 20/2008/NĐ-CP).',
  '• Khiếu nại: gửi người đã ra quyết định, hoặc cơ quan của người có hành vi.',
  '• Tố cáo: gửi cơ quan quản lý người bị tố cáo; việc có dấu hiệu tội phạm thì báo công an nơi gần nhất.',
  'Anh/chị đừng viết tên người bị tố cáo vào khung trò chuyện.',
].join('\n')
const LEGAL_PAGE = 'khieu-nai-to-cao'
const LEGAL_SITUATION = 'phan-anh-hay-khieu-nai'
const NAMED = ['to cao', 'khieu nai', 'to giac']
/** "Khiếu nại ở đâu" is about the way itself; a longer question that merely names it is looked up. */
const MOST_WORDS_AROUND = 3

export type Stop = { kind: 'legal' } | { kind: 'help'; help: keyof typeof HELP_WORDS }

/** What must be answered before anything else, whatever is being talked about. */
export function readStop(text: string): Stop | undefined {
  const { stop, help } = readText(text)
  if (help !== null) return { kind: 'help', help }
  if (stop !== null) return { kind: 'legal' }
  const said = foldedWords(text)
  const folded = ` ${said.join(' ')} `
  const name = NAMED.find((words) => folded.includes(` ${words} `))
  const isShort = said.length <= 2 + MOST_WORDS_AROUND && !folded.includes(' khong ') && !folded.includes(' khac ')
  return name !== undefined && isShort ? { kind: 'legal' } : undefined
}

export function sayHelp(help: keyof typeof HELP_WORDS): Say {
  return { text: HELP_WORDS[help].join('\n') }
}

/** The way of the law, with the pages about it as far as they are published. */
export async function sayLegalChannel({ db, app }: Pick<Ctx, 'db' | 'app'>): Promise<Say> {
  const [page, situation] = await Promise.all([
    findReply(db, 'article', LEGAL_PAGE),
    findReply(db, 'situation', LEGAL_SITUATION),
  ])
  const helper = { label: 'Chưa chắc là phản ánh hay khiếu nại', payload: `Tình huống #${LEGAL_SITUATION}` }
  return {
    text: LEGAL_WORDS,
    options: [...(situation ? [helper] : []), { label: SEE_OFFICER, payload: SEE_OFFICER }],
    links: page ? [{ title: 'Cách gửi và nơi gửi đơn', url: appLink(app, `/cam-nang/${LEGAL_PAGE}`) }] : [],
  }
}
