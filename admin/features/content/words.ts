import type { EditionState, Step, WrittenKind } from './entry.ts'

export const KIND_NAMES: Record<WrittenKind, string> = {
  article: 'Bài cẩm nang',
  procedure: 'Thủ tục',
  document: 'Văn bản',
  index: 'Chỉ số',
  situation: 'Tình huống',
  answer: 'Hỏi đáp',
  announcement: 'Thông báo',
}

export const STATE_NAMES: Record<EditionState, string> = {
  draft: 'Đang soạn',
  submitted: 'Chờ duyệt',
  returned: 'Trả lại để sửa',
  approved: 'Đã duyệt',
  scheduled: 'Hẹn giờ công bố',
  published: 'Đang công bố',
  superseded: 'Bản cũ',
  withdrawn: 'Hết hiệu lực',
  unpublished: 'Đã gỡ',
  discarded: 'Đã bỏ',
}

/** What a step's button says. */
export const STEP_NAMES: Record<Step, string> = {
  submit: 'Gửi duyệt',
  take_back: 'Lấy lại để sửa',
  discard: 'Bỏ bản này',
  return: 'Trả lại người soạn',
  approve: 'Duyệt',
  schedule: 'Hẹn giờ công bố',
  unschedule: 'Bỏ hẹn giờ',
  publish: 'Công bố',
  publish_urgently: 'Công bố khẩn',
  agree: 'Xác nhận hậu kiểm',
  withdraw: 'Báo hết hiệu lực',
  restore: 'Báo còn hiệu lực',
  unpublish: 'Gỡ khỏi ứng dụng',
}

const PROBLEMS: Record<string, string> = {
  required: 'chưa điền',
  too_small: 'quá ngắn hoặc còn thiếu mục',
  too_big: 'quá dài hoặc quá lớn',
  invalid_type: 'chưa điền hoặc sai dạng',
  invalid_value: 'chưa chọn trong danh sách',
  invalid_format: 'viết chưa đúng dạng',
  invalid_union: 'viết chưa đúng dạng',
  invalid_key: 'mã chưa đúng dạng',
  custom: 'không có ngày này',
  unrecognized_keys: 'có phần không dùng được',
  fixed: 'không đổi được',
  in_the_future: 'là ngày chưa đến',
  in_the_past: 'là ngày đã qua',
  before_start: 'trước ngày bắt đầu',
  leads_nowhere: 'dẫn đến nội dung chưa công bố hoặc không có',
  text_not_allowed: 'có đoạn hoặc liên kết không dùng được trên ứng dụng',
  circle: 'dẫn vòng lại câu hỏi cũ',
  never_reached: 'không có câu trả lời nào dẫn đến',
  no_such_question: 'nhắc đến câu hỏi không có',
}

/** A problem of one field, to stand after its name. */
export function problemWords(problem: string) {
  return PROBLEMS[problem] ?? 'chưa đúng'
}

const ACTIONS: Record<string, string> = {
  'entry.create': 'Tạo mới',
  'entry.hand_over': 'Chuyển người hoặc đơn vị phụ trách',
  'entry.remark': 'Ghi chú nội bộ',
  'edition.start': 'Bắt đầu soạn bản mới',
  'edition.save': 'Lưu nháp',
  'edition.hold_back': 'Đến giờ nhưng chưa công bố được, còn thiếu mục',
  'preview.make': 'Tạo liên kết xem trước',
  'preview.revoke': 'Thu hồi liên kết xem trước',
}

/** What was done, in the words of the timeline. */
export function actionWords(action: string) {
  const step = action.replace(/^edition\./, '')
  return ACTIONS[action] ?? (isStep(step) ? STEP_NAMES[step] : action)
}

function isStep(name: string): name is Step {
  return name in STEP_NAMES
}

/** Names for a select. */
export function optionsOf(names: Record<string, string>) {
  return Object.entries(names).map(([value, label]) => ({ value, label }))
}
