import type { ReportKind, ReportState } from './feedback.schemas.ts'

/** As staff call them, in files they take with them. */
export const KIND_WORDS: Record<ReportKind, string> = {
  praise: 'Khen',
  suggestion: 'Góp ý',
  handling: 'Phản ánh',
  question: 'Câu hỏi',
}

export const STATE_WORDS: Record<ReportState, string> = {
  received: 'Mới nhận',
  triaged: 'Đã phân loại',
  assigned: 'Đã giao',
  in_progress: 'Đang giải quyết',
  waiting_for_citizen: 'Chờ người gửi bổ sung',
  answer_drafted: 'Đã soạn trả lời',
  awaiting_approval: 'Chờ duyệt trả lời',
  answer_approved: 'Đã duyệt trả lời',
  answered: 'Đã trả lời',
  closed: 'Đã kết thúc',
  reopened: 'Mở lại',
  returned: 'Trả lại',
  merged: 'Đã gộp',
}
