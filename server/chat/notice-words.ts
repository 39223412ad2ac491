import type { Ctx } from '../ctx.ts'
import type { MessageTemplate } from '../outbox/outbox.schemas.ts'
import { appLink } from './app-link.ts'
import type { Say } from './intent.ts'
import { tellMoment } from './told.ts'

type Params = Record<string, string>
type Words = { text: (params: Params) => string; path: (params: Params) => string }

const own = ({ code = '' }: Params) => `/phan-anh/cua-toi/${code}`
const contest = ({ slug = '' }: Params) => `/hoi-thi/${slug}`
const named = ({ code = '' }: Params) => [code.slice(0, 2), code.slice(2, 6), code.slice(6)].join('-')

/** What a message says on a chat; nothing for what was said there already, or is told there in another way. */
const WORDS: Partial<Record<MessageTemplate, Words>> = {
  report_returned: { text: (told) => `Phiếu ${named(told)} được trả lại, có nêu lý do.`, path: own },
  report_merged: { text: (told) => `Phiếu ${named(told)} được gộp vào một việc giống hệt.`, path: own },
  report_asked: {
    text: (told) => `Cơ quan hỏi thêm về phiếu ${named(told)}. Anh/chị nhắn “bổ sung” để trả lời ngay tại đây ạ.`,
    path: own,
  },
  report_answered: {
    text: (told) => `Phiếu ${named(told)} đã có trả lời. Anh/chị nhắn “${named(told)}” để đọc ngay tại đây ạ.`,
    path: own,
  },
  report_closed: { text: (told) => `Phiếu ${named(told)} đã khép lại.`, path: own },
  followed_report_answered: {
    text: () => 'Việc anh/chị cũng gặp đã có trả lời.',
    path: ({ code = '' }) => `/phan-anh/da-tra-loi/${code}`,
  },
  complaint_answered: { text: () => 'Khiếu nại kết quả hội thi của anh/chị đã có trả lời.', path: contest },
  contest_reminder: { text: reminderText, path: contest },
}

export function sayNotice(
  { app }: Pick<Ctx, 'app'>,
  { template, params }: { template: MessageTemplate; params: Params },
): Say | undefined {
  const words = WORDS[template]
  if (words === undefined) return undefined
  return { text: words.text(params), links: [{ title: 'Xem trong ứng dụng', url: appLink(app, words.path(params)) }] }
}

function reminderText({ contest = '', round = '', what, closesAt = '' }: Params): string {
  const until = closesAt === '' ? '' : ` đến ${tellMoment(closesAt)}`
  if (what === 'closes') return `Anh/chị nhờ nhắc: ${contest}, ${round} sắp đóng, còn nhận bài${until}.`
  return `Anh/chị nhờ nhắc: ${contest}, ${round} đã mở, nhận bài${until}.`
}
