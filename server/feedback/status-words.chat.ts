import type { z } from '@hono/zod-openapi'
import { appLink } from '../chat/app-link.ts'
import { choice } from '../chat/choosing.ts'
import type { Say } from '../chat/intent.ts'
import { tellDate } from '../chat/told.ts'
import type { Ctx } from '../ctx.ts'
import type { RETURN_REASONS } from './feedback.schemas.ts'
import type { CITIZEN_STATES, MyReports, ReportProgress } from './progress.schemas.ts'
import { tellCode } from './report-questions.chat.ts'

type Progress = z.input<typeof ReportProgress>
type State = (typeof CITIZEN_STATES)[number]

const STATES: Record<State, string> = {
  received: 'đã nhận, chờ phân công',
  processing: 'đang giải quyết',
  waiting_for_you: 'đang chờ anh/chị bổ sung',
  answered: 'đã trả lời',
  closed: 'đã khép lại',
  returned: 'đã trả lại',
  merged: 'đã gộp vào một việc giống hệt',
}
const RETURNED: Record<(typeof RETURN_REASONS)[number], string> = {
  out_of_scope: 'việc này không thuộc phần giải quyết của ngành giáo dục tỉnh',
  legal_channel: 'đây là khiếu nại hoặc tố cáo, phải gửi theo đường riêng của pháp luật',
  incomplete: 'còn thiếu thông tin nên chưa giải quyết được',
}
/** Longer answers are read in the app. */
const LONGEST_ANSWER = 1_200

export const ACTS = {
  supply: choice('Việc', 'supplement' as const, 'Bổ sung'),
  rate: choice('Việc', 'stars' as const, 'Đánh giá câu trả lời'),
  reopen: choice('Việc', 'reopen' as const, 'Yêu cầu xem lại'),
  done: choice('Việc', 'done' as const, 'Xong'),
}
export const STARS = [
  choice('Sao', 5, 'Rất hài lòng'),
  choice('Sao', 4, 'Hài lòng'),
  choice('Sao', 3, 'Bình thường'),
  choice('Sao', 2, 'Chưa hài lòng'),
  choice('Sao', 1, 'Rất chưa hài lòng'),
]
export const OTHER_CODE = choice('Phiếu của tôi', '', 'Tra mã khác')

export const ASK_CODE =
  'Anh/chị gõ mã phiếu ạ, ví dụ PA-2345-6789. Chữ hoa, chữ thường, có dấu cách hay không đều được.'
export const NOT_A_CODE = 'Mã có chữ PA và 8 chữ hoặc số theo sau. Anh/chị xem lại rồi gõ giúp ạ.'
export const ASK_DIGITS =
  'Phiếu này không gửi từ Zalo của anh/chị. Cho biết bốn số cuối của số điện thoại đã ghi trong phiếu để xem ạ.'
export const NOT_DIGITS = 'Anh/chị gõ đúng bốn chữ số cuối của số điện thoại ạ.'
export const NOT_FOUND = 'Mã và bốn số cuối chưa khớp. Anh/chị xem lại mã và số điện thoại đã ghi trong phiếu ạ.'
export const TOO_MANY_GUESSES = 'Anh/chị đã thử nhiều lần chưa đúng. Chờ 10 phút rồi thử lại giúp ạ.'
export const NOTHING_TO_SUPPLY = 'Không có phiếu nào đang chờ anh/chị bổ sung ạ.'
export const NOTHING_TO_RATE = 'Chưa có câu trả lời nào chờ anh/chị đánh giá ạ.'
export const ASK_SUPPLEMENT = 'Anh/chị gõ phần bổ sung ạ. Có ảnh hoặc tệp PDF thì gửi trước, rồi gõ lời sau cùng.'
export const ASK_STARS = 'Câu trả lời có làm anh/chị hài lòng không ạ?'
export const ASK_COMMENT = 'Anh/chị muốn nói thêm gì không ạ? Không thì nhắn “bỏ qua”.'
export const ASK_REOPEN = 'Anh/chị cho biết chỗ nào chưa được, cơ quan sẽ xem lại ạ.'
export const SUPPLIED = 'Đã gửi phần bổ sung. Cơ quan tiếp tục giải quyết từ bây giờ ạ.'
export const RATED = 'Cảm ơn anh/chị đã đánh giá ạ.'
export const REOPENED = 'Đã chuyển lời. Cơ quan sẽ xem lại và trả lời anh/chị ạ.'
export const CHANGED = 'Phiếu này vừa thay đổi. Tình trạng bây giờ như sau ạ.'

/** How a report stands, in few lines. */
export function progressSay(ctx: Ctx, progress: Progress): Say {
  const { code, state, answer, own } = progress
  const asked = progress.events.findLast(({ kind }) => kind === 'asked')?.text
  const lines = [
    `Phiếu ${tellCode(code)} · ${progress.categoryName}`,
    `Tình trạng: ${STATES[state]}${progress.mergedIntoCode ? ` (${tellCode(progress.mergedIntoCode)})` : ''}.`,
    progress.returnReason === null ? undefined : `Lý do: ${RETURNED[progress.returnReason]}.`,
    `Nơi giải quyết: ${progress.unitName}.`,
    `Gửi ngày ${tellDate(progress.receivedAt)}. ${dueText(progress)}`,
    state === 'waiting_for_you' && asked ? `Cơ quan hỏi: “${asked}”` : undefined,
    answer === null
      ? undefined
      : `Trả lời ngày ${tellDate(answer.at)} của ${answer.unitName}:\n${shorten(answer.text)}`,
  ]
  const links = own === null ? [] : [{ title: 'Xem đầy đủ', url: appLink(ctx.app, `/phan-anh/cua-toi/${code}`) }]
  return { text: lines.filter((line) => line !== undefined).join('\n'), links }
}

function dueText({ state, dueAt, isOverdue, isDueApproximate }: Progress): string {
  if (state === 'answered' || state === 'closed' || state === 'returned') return ''
  if (dueAt === null) return 'Hạn trả lời: chưa có thông tin.'
  const due = `Hạn trả lời: ${isDueApproximate ? 'khoảng ' : ''}ngày ${tellDate(dueAt)}`
  return isOverdue ? `${due}, đã quá hạn.` : `${due}.`
}

function shorten(text: string) {
  return text.length > LONGEST_ANSWER ? `${text.slice(0, LONGEST_ANSWER)}… (xem tiếp trong ứng dụng)` : text
}

export function ownChoices(items: z.input<typeof MyReports>['items']) {
  return [
    ...items.map(({ code, categoryName, state }) =>
      choice('Phiếu của tôi', code, `${tellCode(code)} · ${categoryName} · ${STATES[state]}`),
    ),
    OTHER_CODE,
  ]
}
