import type { MessageTemplate } from '../outbox/outbox.schemas.ts'

/** Nothing: it is told elsewhere, by the turn that took the report or by the campaign itself. */
const WORDS: Record<MessageTemplate, ((code: string) => string) | null> = {
  report_received: null,
  report_returned: (code) => `Phản ánh ${code} của anh/chị được trả lại, có nêu lý do.`,
  report_merged: (code) => `Phản ánh ${code} của anh/chị được gộp vào một phản ánh giống hệt.`,
  report_asked: (code) => `Cán bộ hỏi thêm về phản ánh ${code}. Anh/chị bổ sung giúp ạ.`,
  report_answered: (code) => `Phản ánh ${code} của anh/chị đã có trả lời.`,
  report_closed: (code) => `Phản ánh ${code} của anh/chị đã khép lại.`,
  followed_report_answered: (code) => `Phản ánh ${code} mà anh/chị cũng gặp đã có trả lời.`,
  complaint_answered: () => 'Khiếu nại kết quả hội thi của anh/chị đã có trả lời.',
  campaign_news: null,
}

/** What a person is told in the chat: that something has changed and where to read it, never what was written. */
export function noticeText(template: MessageTemplate, { code }: { code?: string }): string | undefined {
  const say = WORDS[template]
  if (say === null) return undefined
  const where = code === undefined ? 'Anh/chị mở ứng dụng để xem.' : 'Anh/chị gõ mã phiếu này ở đây để xem.'
  return `${say(spokenCode(code ?? ''))} ${where}`
}

/** `PA23456789` → `PA-2345-6789`, as it is read aloud and typed again. */
function spokenCode(code: string) {
  return [code.slice(0, 2), code.slice(2, 6), code.slice(6)].filter((part) => part !== '').join('-')
}
