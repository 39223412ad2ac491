import type { components } from '../../api/schema.gen.ts'
import { roleText } from '../account/role-text.ts'
import type { Permission } from '../account/session.ts'

export type Grant = components['schemas']['RoleGrant']
export type Role = Grant['role']

/** What a permission lets somebody do, as the one who gives it should know. */
export const PERMISSION_WORDS: Record<Permission, string> = {
  'content.read': 'Xem mọi nội dung của đơn vị, cả bản chưa công bố; ghi chú, gửi liên kết xem trước',
  'content.write': 'Viết, sửa bản nháp, tải ảnh, gửi duyệt',
  'content.review': 'Duyệt hoặc trả lại bài người khác viết, xác nhận hậu kiểm',
  'content.publish': 'Công bố, hẹn giờ, báo hết hiệu lực, gỡ khỏi ứng dụng',
  'comments.triage': 'Xem và xử lý góp ý trang',
  'feedback.read': 'Xem phản ánh của người dân gửi đến đơn vị',
  'feedback.triage': 'Phân loại, trả lại, giao, gộp, tách phản ánh',
  'feedback.handle': 'Xử lý phản ánh: hỏi thêm, soạn trả lời, đóng',
  'feedback.note': 'Ghi chú nội bộ về phản ánh; xem, viết, sửa mẫu trả lời',
  'feedback.approve': 'Duyệt và gửi câu trả lời người khác soạn',
  'feedback.contact': 'Mở tên, địa chỉ, số điện thoại người gửi phản ánh, có ghi lý do',
  'feedback.moderate': 'Đưa phản ánh đã trả lời lên trang công khai, hoặc ẩn đi',
  'feedback.settings': 'Đặt lĩnh vực, thời hạn và nơi xử lý phản ánh',
  'quizzes.read': 'Xem ngân hàng câu hỏi, cả câu hỏi và đáp án chưa công bố',
  'quizzes.write': 'Soạn, sửa, nhập câu hỏi',
  'quizzes.publish': 'Duyệt đưa vào dùng câu hỏi người khác soạn, ngừng dùng câu hỏi',
  'contests.read': 'Xem hội thi, tỷ lệ tham gia, kết quả',
  'contests.manage': 'Lập hội thi, mở đợt, trả lời khiếu nại, xem thống kê câu hỏi',
  'contests.review': 'Duyệt thể lệ và đề của hội thi người khác lập',
  'contests.officiate': 'Công bố kết quả, loại câu hỏi khỏi chấm điểm, ký kết quả chính thức',
  'contests.members': 'Gửi danh sách người dự thi của đơn vị, xem tên ai chưa dự thi',
  'figures.read': 'Xem số liệu đọc, câu hỏi chưa có trả lời, hồ sơ đơn vị',
  'links.manage': 'Tạo, in và đóng liên kết nguồn',
  'units.manage': 'Thêm, sửa, sáp nhập, kết thúc đơn vị',
  'staff.manage': 'Thêm, khóa cán bộ, giao vai trò, cấp lại mật khẩu',
  'tokens.manage': 'Tạo và thu hồi mã truy cập cho hệ thống khác',
  'audit.read': 'Xem nhật ký và tình trạng hệ thống',
}

/** As the service gives them; test/admin/roles.test.ts compares. */
export const ROLE_PERMISSIONS: Record<Role, readonly Permission[]> = {
  admin: [
    'content.read',
    'content.write',
    'content.review',
    'content.publish',
    'comments.triage',
    'feedback.read',
    'feedback.triage',
    'feedback.handle',
    'feedback.note',
    'feedback.approve',
    'feedback.contact',
    'feedback.moderate',
    'feedback.settings',
    'quizzes.read',
    'quizzes.write',
    'quizzes.publish',
    'contests.read',
    'contests.manage',
    'contests.review',
    'contests.officiate',
    'contests.members',
    'figures.read',
    'links.manage',
    'units.manage',
    'staff.manage',
    'tokens.manage',
    'audit.read',
  ],
  editor: ['content.read', 'content.write', 'figures.read'],
  reviewer: ['content.read', 'content.review', 'figures.read'],
  publisher: [
    'content.read',
    'content.review',
    'content.publish',
    'quizzes.read',
    'quizzes.publish',
    'contests.read',
    'contests.review',
    'contests.officiate',
    'figures.read',
  ],
  feedback_officer: [
    'content.read',
    'comments.triage',
    'figures.read',
    'feedback.read',
    'feedback.triage',
    'feedback.handle',
    'feedback.note',
    'feedback.contact',
    'feedback.moderate',
  ],
  quiz_manager: [
    'content.read',
    'quizzes.read',
    'quizzes.write',
    'quizzes.publish',
    'contests.read',
    'contests.manage',
    'contests.review',
    'contests.members',
    'figures.read',
  ],
  unit_head: [
    'content.read',
    'figures.read',
    'links.manage',
    'feedback.read',
    'feedback.triage',
    'feedback.note',
    'feedback.approve',
    'contests.read',
    'contests.members',
  ],
  viewer: ['content.read', 'figures.read'],
}

/** What is refused to a session that gave no code of the second step. */
export const NEEDS_SECOND_FACTOR: readonly Permission[] = [
  'content.publish',
  'feedback.contact',
  'feedback.settings',
  'contests.officiate',
  'contests.members',
  'units.manage',
  'staff.manage',
  'tokens.manage',
  'audit.read',
]

export const ROLES = Object.keys(ROLE_PERMISSIONS) as Role[]
export const ROLE_OPTIONS = ROLES.map((value) => ({ value, label: roleText(value) }))
