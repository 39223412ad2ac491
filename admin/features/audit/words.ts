import { ACTION_NAMES as CAMPAIGN_ACTION_NAMES } from '../campaigns/words.ts'
import { STEP_NAMES } from '../content/words.ts'
import { ACTION_NAMES as CONTEST_ACTION_NAMES } from '../contests/words.ts'
import { STEP_NAMES as REPORT_STEP_NAMES } from '../feedback/words.ts'

/** Every action the service writes down; test/admin/audit-words.test.ts finds one that has no words. */
export const ACTION_WORDS: Record<string, string> = {
  'staff.sign_in': 'Đăng nhập',
  'staff.sign_in_failed': 'Đăng nhập sai',
  'staff.create': 'Tạo tài khoản',
  'staff.change': 'Sửa tài khoản',
  'staff.change_roles': 'Đổi vai trò',
  'staff.change_password': 'Đổi mật khẩu',
  'staff.reset_password': 'Cấp lại mật khẩu',
  'staff.turn_on_second_factor': 'Bật xác thực hai bước',
  'staff.reset_second_factor': 'Gỡ xác thực hai bước',
  'token.create': 'Tạo mã truy cập',
  'token.revoke': 'Thu hồi mã truy cập',
  'unit.create': 'Thêm đơn vị',
  'unit.change': 'Sửa đơn vị',
  'unit.headcount': 'Ghi số người',
  'unit.merge': 'Sáp nhập đơn vị',
  'unit.close': 'Kết thúc đơn vị',
  'unit.import': 'Nhập đơn vị từ bảng tính',
  'entry.create': 'Tạo nội dung',
  'entry.hand_over': 'Chuyển người hoặc đơn vị phụ trách',
  'entry.remark': 'Ghi chú nội bộ',
  'edition.start': 'Bắt đầu soạn bản mới',
  'edition.save': 'Lưu nháp',
  'edition.hold_back': 'Đến giờ hẹn nhưng chưa công bố được',
  ...Object.fromEntries(Object.entries(STEP_NAMES).map(([step, name]) => [`edition.${step}`, name])),
  'image.keep': 'Tải ảnh lên',
  'preview.make': 'Tạo liên kết xem trước',
  'preview.revoke': 'Thu hồi liên kết xem trước',
  'comment.triage': 'Xử lý góp ý',
  'link.make': 'Tạo liên kết nguồn',
  'link.close': 'Đóng liên kết nguồn',
  'recheck.make': 'Đối chiếu danh mục thủ tục',
  'recheck.accept': 'Nhận kết quả đối chiếu làm bản nháp',
  'links.check': 'Cho kiểm tra các liên kết ra ngoài',
  ...CONTEST_ACTION_NAMES,
  ...CAMPAIGN_ACTION_NAMES,
  'report.receive': 'Nhận phản ánh',
  ...Object.fromEntries(
    Object.entries(REPORT_STEP_NAMES).map(([step, name]) => [`report.${step}`, `${name} (phản ánh)`]),
  ),
  'report.merge': 'Gộp phản ánh',
  'report.split': 'Tách phản ánh',
  'report.note': 'Ghi chú về phản ánh',
  'report.open_contact': 'Xem người gửi phản ánh',
  'report.escalate': 'Báo lãnh đạo phản ánh quá hạn',
  'report.supplied': 'Người gửi bổ sung phản ánh',
  'report.rated': 'Người gửi đánh giá trả lời',
  'report.reopened': 'Người gửi hỏi lại phản ánh',
  'report.made_public': 'Đưa phản ánh lên trang công khai',
  'report.hidden': 'Ẩn phản ánh khỏi trang công khai',
  'category.add': 'Thêm lĩnh vực phản ánh',
  'category.change': 'Sửa lĩnh vực phản ánh',
  'route.add': 'Phân công xử lý phản ánh',
  'route.end': 'Kết thúc phân công xử lý phản ánh',
  'template.add': 'Thêm mẫu trả lời',
  'template.change': 'Sửa mẫu trả lời',
  'table.export': 'Xuất bảng ra tệp',
  'notice.read': 'Đánh dấu đã đọc thông báo',
  'report.redact': 'Che một phần ảnh của phản ánh',
  'report.erase': 'Xoá thông tin người gửi phản ánh',
  'report.withdraw': 'Dừng phản ánh vì người gửi rút lại đồng ý',
  'report.bring_back': 'Đưa phản ánh đã gộp trở lại danh sách',
  'question.import': 'Nhập câu hỏi từ tệp',
  'question.export': 'Xuất câu hỏi ra tệp',
  'report.export': 'Xuất bảng phản ánh ra tệp',
  'hours.set': 'Đổi giờ làm việc',
  'question.create': 'Soạn câu hỏi',
  'question.open_draft': 'Mở bản sửa của câu hỏi',
  'question.save': 'Lưu nháp câu hỏi',
  'question.discard': 'Bỏ bản nháp của câu hỏi',
  'question.publish': 'Đưa câu hỏi vào dùng',
  'question.correct_key': 'Sửa đáp án câu hỏi',
  'question.retire': 'Ngừng dùng câu hỏi',
  'question.bring_back': 'Dùng lại câu hỏi',
  'question.move_pool': 'Chuyển kho câu hỏi',
  'question.doubt_key': 'Đánh dấu câu hỏi có đáp án đáng ngờ',
  'channel.change': 'Đổi cài đặt kênh trò chuyện',
  'channel.buttons_refused': 'Tắt nút bấm vì Zalo không nhận',
  'grant.begin': 'Bắt đầu cấp quyền Zalo OA',
  'grant.return': 'Nhận kết quả cấp quyền Zalo OA',
  'grant.paste': 'Dán cặp mã Zalo OA',
  'outgoing.again': 'Gửi lại tin chưa đến',
  'outgoing.drop': 'Bỏ tin chưa đến',
  'conversation.read': 'Đọc hội thoại Zalo',
  'conversation.claim': 'Nhận trả lời hội thoại Zalo',
  'conversation.reply': 'Trả lời trong hội thoại Zalo',
  'conversation.return': 'Trao hội thoại lại cho trợ lý tự động',
  'chat.settle': 'Cất câu hỏi bot chưa trả lời được',
}

export const SUBJECT_WORDS: Record<string, string> = {
  staff: 'Cán bộ',
  token: 'Mã truy cập',
  unit: 'Đơn vị',
  entry: 'Nội dung',
  image: 'Ảnh',
  preview: 'Liên kết xem trước',
  comment: 'Góp ý',
  link: 'Liên kết',
  job: 'Việc tự động',
  recheck: 'Đối chiếu',
  question: 'Câu hỏi',
  table: 'Bảng',
  question_file: 'Tệp câu hỏi',
  report: 'Phản ánh',
  contest: 'Hội thi',
  campaign: 'Chiến dịch',
  campaign_send: 'Tin của chiến dịch',
  category: 'Lĩnh vực phản ánh',
  route: 'Phân công phản ánh',
  template: 'Mẫu trả lời',
  channel: 'Kênh trò chuyện',
  outgoing: 'Tin gửi đi',
  conversation: 'Hội thoại Zalo',
  chat_question: 'Câu hỏi trong hội thoại',
}

/** Where a thing of the log can be seen, by its id. */
export const SUBJECT_SCREENS: Record<string, string> = {
  staff: '/can-bo',
  unit: '/don-vi',
  entry: '/noi-dung',
  link: '/lien-ket',
  recheck: '/doi-chieu',
  report: '/phan-anh',
  contest: '/hoi-thi',
  conversation: '/tro-chuyen',
  campaign: '/chien-dich',
  campaign_send: '/chien-dich/gui',
}

/** An action in words; one that has none yet is shown by its name. */
export function actionText(action: string) {
  return ACTION_WORDS[action] ?? action
}

export function subjectText(kind: string) {
  return SUBJECT_WORDS[kind] ?? kind
}

export function viaText(via: string) {
  return via.startsWith('token:') ? 'qua mã truy cập' : ''
}

export const SUBJECT_OPTIONS = Object.entries(SUBJECT_WORDS).map(([value, label]) => ({ value, label }))
export const ACTION_OPTIONS = Object.entries(ACTION_WORDS).map(([value, label]) => ({ value, label }))
