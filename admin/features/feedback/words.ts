import type { components, paths } from '../../api/schema.gen.ts'

type Schemas = components['schemas']
export type Case = Schemas['Case']
export type InboxRow = Schemas['InboxRow']
export type Category = Schemas['Category']
export type Template = Schemas['ReplyTemplate']
export type FeedbackRoute = Schemas['FeedbackRoute']
export type ReportState = Case['state']
export type Step = Case['steps'][number]
export type BulkStep = paths['/admin/api/reports/steps']['post']['requestBody']['content']['application/json']['step']
export type ReturnReason = NonNullable<Case['returnReason']>
type EventKind = Case['events'][number]['kind']

/** As the office speaks of them; the sender reads fewer and other words. */
export const STATE_NAMES: Record<ReportState, string> = {
  received: 'Mới nhận',
  triaged: 'Đã phân loại',
  assigned: 'Đã giao',
  in_progress: 'Đang xử lý',
  waiting_for_citizen: 'Chờ người gửi bổ sung',
  answer_drafted: 'Đang soạn trả lời',
  awaiting_approval: 'Chờ duyệt',
  answer_approved: 'Đã duyệt, chờ gửi',
  answered: 'Đã trả lời',
  closed: 'Đã đóng',
  reopened: 'Người gửi hỏi lại',
  returned: 'Đã trả lại',
  merged: 'Đã gộp',
}
export const STATE_COLOURS: Partial<Record<ReportState, string>> = {
  received: 'processing',
  reopened: 'warning',
  waiting_for_citizen: 'warning',
  awaiting_approval: 'processing',
  answer_approved: 'processing',
  answered: 'success',
  closed: 'success',
}

export const KIND_NAMES: Record<Case['kind'], string> = {
  praise: 'Khen',
  suggestion: 'Góp ý',
  handling: 'Phản ánh việc giải quyết',
  question: 'Hỏi',
}

export const CHANNEL_NAMES: Record<Case['channel'], string> = {
  zalo: 'Zalo',
  browser: 'trình duyệt',
  chat: 'tin nhắn Zalo OA',
}

export const STEP_NAMES: Record<Step, string> = {
  triage: 'Phân loại',
  return: 'Trả lại',
  assign: 'Giao',
  begin: 'Bắt đầu xử lý',
  ask: 'Hỏi thêm người gửi',
  go_on: 'Xử lý tiếp',
  draft: 'Soạn trả lời',
  submit: 'Trình duyệt',
  return_answer: 'Trả lại dự thảo',
  approve: 'Duyệt',
  send: 'Gửi trả lời',
  close: 'Đóng',
}

export const RETURN_NAMES: Record<ReturnReason, string> = {
  out_of_scope: 'Không thuộc thẩm quyền của ngành giáo dục',
  legal_channel: 'Là khiếu nại hoặc tố cáo, cần gửi theo luật',
  incomplete: 'Thiếu thông tin để xử lý',
}

export const EVENT_NAMES: Record<EventKind, string> = {
  sent: 'Người dân gửi',
  triaged: 'Đã phân loại',
  returned: 'Trả lại người gửi',
  merged: 'Gộp',
  split: 'Tách ra phản ánh khác',
  assigned: 'Giao xử lý',
  transferred: 'Chuyển đơn vị',
  begun: 'Bắt đầu xử lý',
  asked: 'Hỏi thêm người gửi',
  supplied: 'Người gửi bổ sung',
  answer_drafted: 'Soạn trả lời',
  answer_submitted: 'Trình duyệt',
  answer_returned: 'Trả lại dự thảo',
  answer_approved: 'Duyệt câu trả lời',
  answered: 'Gửi trả lời',
  closed: 'Đóng',
  reopened: 'Người gửi hỏi lại',
  rated: 'Người gửi đánh giá',
  note: 'Ghi chú',
  escalated: 'Báo lãnh đạo vì quá hạn',
  made_public: 'Đưa lên trang công khai',
  hidden: 'Ẩn khỏi trang công khai',
  contact_shown: 'Xem người gửi',
  withdrawn: 'Người gửi rút lại đồng ý',
}

export const USE_NAMES: Record<Template['use'], string> = {
  ask: 'Hỏi thêm',
  answer: 'Trả lời',
  return: 'Trả lại',
}

export function optionsOf<Value extends string>(words: Record<Value, string>) {
  // The keys of a record of words are the values they stand for.
  return (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }))
}

/** Working minutes as an office counts them: `2 ngày 3 giờ`, a day being as long as its hours are. */
export function workingText(minutes: number, dayMinutes: number) {
  const days = Math.floor(minutes / dayMinutes)
  const hours = Math.floor((minutes % dayMinutes) / 60)
  const rest = (minutes % dayMinutes) % 60
  if (days > 0) return hours === 0 ? `${days} ngày` : `${days} ngày ${hours} giờ`
  if (hours > 0) return rest === 0 ? `${hours} giờ` : `${hours} giờ ${rest} phút`
  return `${rest} phút`
}
