import type { components } from '../../api/schema.gen.ts'

type Progress = components['schemas']['ReportProgress']
type Kind = Progress['kind']

export const KIND_WORDS: Record<Kind, { title: string; help: string }> = {
  praise: { title: 'Khen', help: 'Ai đó, nơi nào đó làm tốt' },
  suggestion: { title: 'Góp ý, kiến nghị', help: 'Bạn có cách làm tốt hơn, hoặc thấy quy định chưa hợp lý' },
  handling: { title: 'Phản ánh việc giải quyết', help: 'Hồ sơ chậm, làm sai, thái độ chưa đúng' },
  question: { title: 'Hỏi', help: 'Bạn chưa rõ một việc và muốn được trả lời' },
}

/** NĐ 20/2008 asks who is speaking. */
export const KINDS_WITH_SENDER: readonly string[] = ['handling', 'question']

export const STATE_WORDS: Record<Progress['state'], { word: string; tone: '' | 'good' | 'warn' | 'bad' }> = {
  received: { word: 'Đã nhận', tone: '' },
  processing: { word: 'Đang giải quyết', tone: '' },
  waiting_for_you: { word: 'Đang chờ bạn bổ sung', tone: 'warn' },
  answered: { word: 'Đã trả lời', tone: 'good' },
  closed: { word: 'Đã khép lại', tone: 'good' },
  returned: { word: 'Đã trả lại', tone: 'warn' },
  merged: { word: 'Đã gộp vào việc khác', tone: '' },
}

export const RETURN_WORDS: Record<NonNullable<Progress['returnReason']>, string> = {
  out_of_scope: 'Việc này không thuộc phần giải quyết của ngành giáo dục tỉnh.',
  legal_channel: 'Đây là khiếu nại hoặc tố cáo, phải gửi theo đường riêng của pháp luật.',
  incomplete: 'Còn thiếu thông tin nên chưa giải quyết được.',
}

export function eventWords({ kind, unitName }: Progress['events'][number]): string {
  const unit = unitName ?? 'Cơ quan'
  const words: Record<Progress['events'][number]['kind'], string> = {
    sent: 'Đã gửi',
    triaged: 'Đã tiếp nhận',
    assigned: `Giao cho ${unit}`,
    begun: `${unit} bắt đầu giải quyết`,
    asked: `${unit} hỏi thêm`,
    supplied: 'Đã gửi bổ sung',
    answered: `${unit} đã trả lời`,
    closed: 'Đã khép lại',
    reopened: 'Đã yêu cầu xem lại',
    returned: 'Đã trả lại',
    merged: 'Đã gộp vào một việc giống hệt',
    withdrawn: 'Bạn đã rút lại đồng ý, cơ quan dừng xem xét',
  }
  return words[kind]
}

type Template = components['schemas']['InboxMessages']['items'][number]['template']
export const MESSAGE_WORDS: Record<Template, string> = {
  report_received: 'Cơ quan đã nhận việc bạn gửi',
  report_returned: 'Việc bạn gửi được trả lại, có nêu lý do',
  report_merged: 'Việc bạn gửi được gộp vào một việc giống hệt',
  report_asked: 'Cơ quan hỏi thêm, bạn cần bổ sung',
  report_answered: 'Việc bạn gửi đã có trả lời',
  report_closed: 'Việc bạn gửi đã khép lại',
  followed_report_answered: 'Việc bạn cũng gặp đã có trả lời',
  campaign_news: 'Tin của chiến dịch',
  complaint_answered: 'Khiếu nại kết quả hội thi của bạn đã có trả lời',
  contest_reminder: 'Hội thi bạn nhờ nhắc',
}

export const STAR_WORDS = ['Rất chưa hài lòng', 'Chưa hài lòng', 'Bình thường', 'Hài lòng', 'Rất hài lòng'] as const

/** `PA23456789` → `PA 2345 6789`, to be read aloud. */
export function formatCode(code: string): string {
  return [code.slice(0, 2), code.slice(2, 6), code.slice(6)].filter(Boolean).join(' ')
}

/** A code as it is compared, whatever way it was typed. */
export function tidyReportCode(typed: string): string {
  return typed.toUpperCase().replace(/[^A-Z0-9]/g, '')
}
