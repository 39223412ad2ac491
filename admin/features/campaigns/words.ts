import type { components } from '../../api/schema.gen.ts'

export type CampaignSummary = components['schemas']['StaffCampaignSummary']
export type Campaign = components['schemas']['StaffCampaign']
export type Plan = components['schemas']['CampaignPlan']
export type Piece = Plan['pieces'][number]
export type Send = components['schemas']['StaffCampaignSend']
export type SendDraft = components['schemas']['CampaignSendDraft']
export type Recipient = components['schemas']['CampaignRecipientList']['items'][number]
type CampaignStep = Campaign['steps'][number]
type SendStep = Send['steps'][number]
type SendState = Send['state']

export const STATE_NAMES: Record<Campaign['state'], string> = {
  draft: 'Đang soạn',
  approved: 'Đã duyệt',
  ended: 'Đã dừng',
}
export const STATE_COLOURS: Record<Campaign['state'], string> = {
  draft: 'default',
  approved: 'success',
  ended: 'error',
}

export const KIND_NAMES: Record<Piece['kind'], string> = {
  article: 'Bài viết',
  quiz: 'Câu hỏi trắc nghiệm',
  poster: 'Thông điệp',
  event: 'Sự kiện',
}
export const AUDIENCE_NAMES: Record<Plan['audiences'][number], string> = {
  citizen: 'Người dân',
  parent: 'Cha mẹ học sinh',
  student: 'Học sinh',
  teacher: 'Giáo viên',
  official: 'Cán bộ',
}
export const PROBLEM_NAMES: Record<Campaign['problems'][number]['problem'], string> = {
  no_goals: 'Chưa viết mục tiêu',
  no_sources: 'Chưa có căn cứ: kế hoạch, văn bản',
  no_audiences: 'Chưa chọn dành cho ai',
  no_pieces: 'Lịch chưa có mục nào',
  piece_outside_period: 'Ngày nằm ngoài thời gian chiến dịch',
  piece_leads_nowhere: 'Chưa dẫn tới trang nào đang mở trong ứng dụng',
}

export const STEP_NAMES: Record<CampaignStep, string> = {
  approve: 'Duyệt chiến dịch',
  reopen: 'Mở lại để sửa',
  end: 'Dừng chiến dịch',
}
export const STEP_TELLS: Record<CampaignStep, string> = {
  approve: 'Người dân thấy chiến dịch trong ứng dụng và khi hỏi “tháng này” từ ngày bắt đầu.',
  reopen: 'Chiến dịch ẩn khỏi ứng dụng cho tới khi được duyệt lại. Tin đã duyệt mà chưa tới giờ gửi sẽ dừng.',
  end: 'Chiến dịch ẩn khỏi ứng dụng ngay, liên kết cũ không mở được nữa.',
}

export const SEND_KIND_NAMES: Record<SendDraft['kind'], string> = {
  message: 'Tin nhắn từng người',
  broadcast: 'Bài viết gửi mọi người quan tâm',
  article: 'Bài viết trên trang OA',
}
export const SEND_STATE_NAMES: Record<SendState, string> = {
  draft: 'Đang soạn',
  previewed: 'Đã xem thử',
  approved: 'Đã duyệt, chờ giờ gửi',
  sending: 'Đang gửi',
  sent: 'Đã gửi',
  stopped: 'Đã dừng',
  failed: 'Không gửi được',
  unknown: 'Chưa rõ đã gửi hay chưa',
}
export const SEND_COLOURS: Record<SendState, string> = {
  draft: 'default',
  previewed: 'processing',
  approved: 'processing',
  sending: 'warning',
  sent: 'success',
  stopped: 'default',
  failed: 'error',
  unknown: 'error',
}
export const SEND_STEP_NAMES: Record<SendStep, string> = {
  make_article: 'Tạo bài viết trên Zalo',
  approve: 'Duyệt gửi',
  return: 'Trả lại để sửa',
  stop: 'Dừng gửi',
  sent_after_all: 'Xác nhận đã gửi',
  send_again: 'Gửi lại',
  give_up: 'Bỏ, không gửi nữa',
}
export const SEND_STEP_TELLS: Record<SendStep, string> = {
  make_article: 'Zalo tạo bài ở chế độ ẩn. Người dân chưa thấy cho tới khi bài được duyệt và tới giờ.',
  approve: 'Tới giờ đã hẹn, tin tự gửi một lần trong khung 06:00–21:59. Tin gửi mọi người không thu hồi được.',
  return: 'Tin trở về bản đang soạn và phải xem thử lại.',
  stop: 'Những tin chưa gửi sẽ không gửi nữa. Tin đã gửi không thu hồi được.',
  sent_after_all: 'Dùng khi điện thoại đang quan tâm OA đã nhận được bài.',
  send_again: 'Chỉ dùng khi đã xem nhiều điện thoại và không máy nào nhận được: nếu nhầm, người dân nhận hai lần.',
  give_up: 'Tin được ghi là không gửi được.',
}
export const NEEDS_REASON: ReadonlySet<string> = new Set([
  ...(['reopen', 'end', 'return', 'stop', 'sent_after_all', 'send_again', 'give_up'] satisfies (
    | CampaignStep
    | SendStep
  )[]),
])

export const SKIP_NAMES: Record<NonNullable<Recipient['skipped']>, string> = {
  not_follower: 'Không còn quan tâm OA',
  opted_out: 'Đã nhắn không nhận tin',
  window_closed: 'Quá 7 ngày chưa trò chuyện, Zalo không cho gửi',
  paid_only: 'Quá 48 giờ chưa trò chuyện, gửi phải trả phí',
  other_unit: 'Không thuộc đơn vị đã chọn, hoặc chưa biết đơn vị',
  no_interest: 'Chưa từng dự hội thi',
}
export const OUTCOME_NAMES: Record<Send['outcomes'][number]['state'], string> = {
  waiting: 'Chờ gửi',
  sending: 'Đang gửi',
  sent: 'Đã gửi',
  failed: 'Không gửi được',
  unknown: 'Chưa rõ',
}
const REASON_NAMES: Record<string, string> = {
  stopped: 'đã dừng',
  stopped_midway: 'máy chủ dừng giữa chừng',
  campaign_not_approved: 'chiến dịch không còn ở trạng thái đã duyệt',
  no_account: 'chưa kết nối Zalo OA',
  window_closed: 'quá 7 ngày chưa trò chuyện',
  opted_out: 'đã nhắn không nhận tin',
  no_answer: 'Zalo không trả lời',
  no_token: 'Zalo OA cần cấp quyền lại',
  quota_used_up: 'đã hết lượt gửi miễn phí',
  unreadable: 'không đọc được nội dung',
}
/** Why, in words; a code of Zalo stays a code, for whoever looks it up. */
export const reasonText = (problem: string) => REASON_NAMES[problem] ?? problem.replace(/^zalo_/, 'mã Zalo ')

export const ACTION_NAMES: Record<string, string> = {
  'campaign.create': 'Tạo chiến dịch',
  'campaign.edit': 'Sửa chiến dịch',
  ...Object.fromEntries(Object.entries(STEP_NAMES).map(([step, name]) => [`campaign.${step}`, name])),
  'sending.create': 'Soạn tin của chiến dịch',
  'sending.edit': 'Sửa tin của chiến dịch',
  'sending.preview': 'Xem thử tin trên điện thoại',
  ...Object.fromEntries(Object.entries(SEND_STEP_NAMES).map(([step, name]) => [`sending.${step}`, name])),
  'sending.is_approved': 'Tin chờ gửi lại sau ít phút',
  'sending.is_sending': 'Tin bắt đầu gửi',
  'sending.is_sent': 'Tin gửi xong',
  'sending.is_stopped': 'Tin dừng vì chiến dịch không còn duyệt',
  'sending.is_failed': 'Tin không gửi được',
  'sending.is_unknown': 'Chưa rõ tin đã gửi hay chưa',
}

export function optionsOf<Key extends string>(names: Record<Key, string>) {
  return Object.entries<string>(names).map(([value, label]) => ({ value: value as Key, label }))
}
