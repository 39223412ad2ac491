import type { Sending } from './words.ts'

const STATE_WORDS: Record<Sending['state'], string> = {
  waiting: 'Chờ gửi',
  sending: 'Đang gửi',
  sent: 'Đã gửi',
  failed: 'Không gửi được',
  unknown: 'Chưa rõ đã đến chưa, đang kiểm tra',
}

/** Why a message did not reach anybody, by the code the service keeps. */
const PROBLEM_WORDS: Record<string, string> = {
  window_closed: 'Quá 7 ngày người này chưa nhắn lại, Zalo không cho gửi',
  window_paid: 'Quá 48 giờ, gửi tiếp sẽ mất phí nên không gửi',
  opted_out: 'Người này không nhận tin',
  not_following: 'Người này không còn quan tâm OA',
  quota_used_up: 'Đã hết lượt gửi miễn phí',
  unreadable: 'Không đọc lại được nội dung tin',
  no_channel: 'Kênh chưa được cài đặt',
  answer_lost: 'Chưa nhận được trả lời của Zalo',
  interrupted: 'Máy chủ dừng giữa lúc gửi',
  stopped: 'Cán bộ đã dừng đợt gửi',
  'zalo_-32': 'Zalo báo gửi quá nhanh',
  'zalo_-200': 'Zalo báo gửi không được',
  'zalo_-201': 'Zalo báo nội dung không hợp lệ',
  'zalo_-204': 'OA đang bị tạm khoá',
  'zalo_-209': 'Ứng dụng chưa được Zalo kích hoạt',
  'zalo_-211': 'OA đã hết lượt gửi',
  'zalo_-213': 'Người này không còn quan tâm OA',
  'zalo_-216': 'Quyền truy cập OA đã hết, cần cấp lại',
  'zalo_-217': 'Người này chặn tin của OA',
  'zalo_-218': 'Người này đã nhận đủ số tin hôm nay',
  'zalo_-220': 'Quyền truy cập OA đã hết, cần cấp lại',
  'zalo_-221': 'OA chưa được xác thực',
  'zalo_-224': 'OA cần nâng gói dịch vụ',
  'zalo_-227': 'Tài khoản người này bị khoá hoặc lâu không dùng',
  'zalo_-230': 'Quá 7 ngày người này chưa nhắn lại',
  'zalo_-232': 'Người này chưa nhắn, hoặc đã quá hạn trả lời',
  'zalo_-233': 'Zalo không nhận loại tin này',
  'zalo_-234': 'Zalo không cho gửi từ 22:00 đến 06:00',
  'zalo_-244': 'Người này chặn loại tin này',
  'zalo_-248': 'Zalo báo nội dung vi phạm quy định',
}

/** The reason in words; one that has none yet by its code, for whoever keeps the system. */
export function problemWords(problem: string) {
  return PROBLEM_WORDS[problem] ?? `Lý do khác (${problem})`
}

export function sendingText({ state, problem }: Sending) {
  const isTold = problem !== null && state !== 'sent' && state !== 'sending'
  return isTold ? `${STATE_WORDS[state]}: ${problemWords(problem)}` : STATE_WORDS[state]
}
