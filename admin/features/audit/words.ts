const ACTIONS: Record<string, string> = {
  'staff.sign_in': 'Đăng nhập',
  'staff.sign_in_failed': 'Đăng nhập sai',
  'staff.create': 'Tạo tài khoản',
  'staff.change': 'Sửa tài khoản',
  'staff.change_roles': 'Đổi vai trò',
  'staff.change_password': 'Đổi mật khẩu',
  'staff.reset_password': 'Đặt lại mật khẩu',
  'staff.turn_on_second_factor': 'Bật xác thực hai bước',
  'staff.reset_second_factor': 'Đặt lại xác thực hai bước',
  'token.create': 'Tạo khóa truy cập',
  'token.revoke': 'Thu hồi khóa truy cập',
  'unit.create': 'Thêm đơn vị',
  'unit.change': 'Sửa đơn vị',
  'unit.headcount': 'Ghi số người',
  'unit.merge': 'Sáp nhập đơn vị',
  'unit.close': 'Kết thúc đơn vị',
  'unit.import': 'Nhập đơn vị từ bảng tính',
  'entry.create': 'Tạo nội dung',
  'entry.hand_over': 'Giao nội dung',
  'entry.remark': 'Ghi nhận xét',
  'edition.start': 'Bắt đầu bản mới',
  'edition.save': 'Lưu bản thảo',
  'edition.submit': 'Gửi duyệt',
  'edition.take_back': 'Rút lại khỏi duyệt',
  'edition.discard': 'Bỏ bản thảo',
  'edition.return': 'Trả lại để sửa',
  'edition.unschedule': 'Bỏ hẹn giờ đăng',
  'edition.agree': 'Đồng ý đăng',
  'edition.restore': 'Khôi phục bản cũ',
  'edition.unpublish': 'Ngừng đăng',
  'edition.approve': 'Duyệt',
  'edition.schedule': 'Hẹn giờ đăng',
  'edition.publish': 'Đăng',
  'edition.publish_urgently': 'Đăng khẩn',
  'edition.withdraw': 'Gỡ xuống',
  'image.keep': 'Tải ảnh lên',
  'preview.make': 'Tạo liên kết xem trước',
  'preview.revoke': 'Thu hồi liên kết xem trước',
  'comment.triage': 'Xử lý góp ý',
  'link.make': 'Tạo liên kết nguồn',
  'link.close': 'Đóng liên kết nguồn',
}

const SUBJECTS: Record<string, string> = {
  staff: 'Cán bộ',
  token: 'Khóa truy cập',
  unit: 'Đơn vị',
  entry: 'Nội dung',
  image: 'Ảnh',
  comment: 'Góp ý',
  link: 'Liên kết',
}

/** An action in words; one that has none yet is shown by its name. */
export function actionText(action: string) {
  return ACTIONS[action] ?? action
}

export function subjectText(kind: string) {
  return SUBJECTS[kind] ?? kind
}

export function viaText(via: string) {
  return via.startsWith('token:') ? 'qua khóa truy cập' : ''
}

export const SUBJECT_OPTIONS = Object.entries(SUBJECTS).map(([value, label]) => ({ value, label }))
export const ACTION_OPTIONS = Object.entries(ACTIONS).map(([value, label]) => ({ value, label }))
