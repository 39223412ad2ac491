import type { components } from '../../api/schema.gen.ts'

export type ChatChannel = components['schemas']['ChatChannel']
export type Grant = components['schemas']['ZaloGrant']
export type Undelivered = components['schemas']['Undelivered']
export type ChannelName = ChatChannel['channel']

export const CHANNEL_NAMES: Record<ChannelName, string> = {
  oa: 'Zalo Official Account',
  bot: 'Zalo Bot',
}

export const GRANT_WORDS: Record<Grant['state'], string> = {
  none: 'Chưa cấp quyền',
  ready: 'Đang dùng được',
  in_flight: 'Đang gia hạn',
  needs_reauth: 'Cần cấp quyền lại',
}
export const GRANT_COLOURS: Record<Grant['state'], string> = {
  none: 'warning',
  ready: 'success',
  in_flight: 'processing',
  needs_reauth: 'error',
}

export const STATE_WORDS: Record<ChatChannel['outgoing'][number]['state'], string> = {
  waiting: 'Chờ gửi',
  sending: 'Đang gửi',
  sent: 'Đã gửi trong 7 ngày',
  failed: 'Không gửi được',
  unknown: 'Đang kiểm tra đã đến chưa',
}

export const KIND_WORDS: Record<Undelivered['kind'], string> = {
  reply: 'Trả lời tự động',
  notice: 'Tin báo về việc đã gửi',
  staff: 'Cán bộ trả lời',
  campaign: 'Tin chiến dịch',
}

const REASONS: Record<string, string> = {
  opted_out: 'Người nhận không muốn nhận tin chiến dịch',
  not_following: 'Người nhận không còn quan tâm OA',
  window_closed: 'Người nhận không nhắn gì trong 7 ngày, Zalo không cho gửi',
  window_paid: 'Đã quá 48 giờ, gửi sẽ mất tiền mà kênh chưa cho phép',
  quota_used_up: 'Hết lượt miễn phí, gửi sẽ mất tiền mà kênh chưa cho phép',
  unreadable: 'Nội dung tin không còn đọc được',
  dropped: 'Cán bộ đã bỏ',
  'zalo_-200': 'Zalo gửi không được sau nhiều lần thử',
  'zalo_-201': 'Zalo không nhận nội dung tin',
  'zalo_-210': 'Tin vượt giới hạn của Zalo',
  'zalo_-213': 'Người nhận chưa quan tâm OA',
  'zalo_-217': 'Người nhận đã chặn lời mời của OA',
  'zalo_-218': 'Người nhận đã nhận đủ số tin trong ngày',
  'zalo_-227': 'Tài khoản người nhận bị khoá hoặc lâu không dùng',
  'zalo_-230': 'Người nhận không nhắn gì trong 7 ngày',
  'zalo_-232': 'Người nhận chưa từng nhắn, hoặc đã quá hạn',
  'zalo_-233': 'Zalo không nhận loại tin này',
  'zalo_-244': 'Người nhận đã tắt nhận tin của OA',
  'zalo_-248': 'Zalo cho là nội dung vi phạm tiêu chuẩn',
}

/** Zalo's number stands beside it: that is what its support asks for. */
export function reasonText(problem: string) {
  const words = REASONS[problem]
  if (!problem.startsWith('zalo_')) return words ?? problem
  const number = problem.slice('zalo_'.length)
  return words === undefined ? `Zalo từ chối (mã ${number})` : `${words} (mã ${number})`
}

const EVENT_WORDS: Record<string, string> = {
  user_send_text: 'Người dân nhắn chữ',
  user_send_image: 'Người dân gửi ảnh',
  user_send_file: 'Người dân gửi tệp',
  user_send_location: 'Người dân gửi vị trí',
  user_send_sticker: 'Người dân gửi nhãn dán',
  user_send_audio: 'Người dân gửi tiếng nói',
  user_reacted_message: 'Người dân thả cảm xúc',
  user_received_message: 'Tin đã đến máy',
  user_seen_message: 'Tin đã được xem',
  user_withdraw: 'Người dân rút dữ liệu',
  follow: 'Quan tâm OA',
  unfollow: 'Bỏ quan tâm OA',
  oa_send_text: 'OA đã gửi chữ',
  'message.text.received': 'Người dân nhắn chữ',
}

export function eventText(name: string) {
  return EVENT_WORDS[name] ?? name
}

const DAY_MS = 24 * 60 * 60_000

/** Whole days from now until then; nothing when nobody knows. */
export function daysLeft(until: string | null, now = Date.now()) {
  return until === null ? null : Math.max(0, Math.floor((Date.parse(until) - now) / DAY_MS))
}
