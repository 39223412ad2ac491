import type { components } from '../../api/schema.gen.ts'

type Schemas = components['schemas']
export type Row = Schemas['ConversationRow']
export type Conversation = Schemas['Conversation']
export type Handoff = NonNullable<Row['handoff']>
export type Message = Conversation['messages'][number]
export type Sending = NonNullable<Message['sending']>
export type QuestionGroup = Schemas['ChatQuestionGroups']['items'][number]
export type Figures = Schemas['ChatFigures']
export type AnswerCheck = Schemas['AnswerCheck']

export const CHANNEL_NAMES: Record<Row['channel'], string> = { oa: 'Zalo OA', bot: 'Zalo Bot' }

export const MODE_NAMES: Record<Row['mode'], string> = {
  bot: 'Trợ lý tự động trả lời',
  queued: 'Đang chờ cán bộ',
  staff: 'Cán bộ đang trả lời',
}
export const MODE_COLOURS: Record<Row['mode'], string> = { bot: 'default', queued: 'warning', staff: 'processing' }
export const MODE_OPTIONS = Object.entries(MODE_NAMES).map(([value, label]) => ({ value, label }))

export const SPEAKER_NAMES: Record<Message['speaker'], string> = {
  person: 'Người dân',
  bot: 'Trợ lý tự động',
  staff: 'Cán bộ',
}

export const REASON_NAMES: Record<Handoff['reason'], string> = {
  asked: 'Người dân xin gặp cán bộ',
  misses: 'Trợ lý tự động hai lần chưa hiểu',
  sensitive: 'Việc cần người trả lời',
  staff: 'Cán bộ chủ động nhắn',
}

export const personName = ({ number }: { number: string }) => `Người dùng #${number}`

/** Working minutes: `2 giờ 5 phút`. */
export function minutesText(minutes: number) {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  if (hours === 0) return `${rest} phút`
  return rest === 0 ? `${hours} giờ` : `${hours} giờ ${rest} phút`
}

export function lineText({ lastLine }: Row) {
  if (lastLine === null) return 'Chưa có tin nhắn.'
  const text = lastLine.text === '' ? '(tệp gửi kèm)' : lastLine.text
  return lastLine.speaker === 'person' ? text : `${SPEAKER_NAMES[lastLine.speaker]}: ${text}`
}
