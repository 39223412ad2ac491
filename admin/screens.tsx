import { type ComponentType, type LazyExoticComponent, lazy } from 'react'
import type { Permission } from './features/account/session.ts'

/** The entries of the left navigation, in the order they stand there. */
export const MENU = [
  'Việc của tôi',
  'Nội dung',
  'Phản ánh',
  'Trò chuyện',
  'Ngân hàng câu hỏi',
  'Hội thi',
  'Chiến dịch',
  'Liên kết hỏng',
  'Đối chiếu thủ tục',
  'Góp ý trang',
  'Liên kết nguồn',
  'Số liệu phản ánh',
  'Số liệu đọc',
  'Câu hỏi chưa có trả lời',
  'Câu bot chưa trả lời được',
  'Cấu hình phản ánh',
  'Kênh Zalo',
  'Đơn vị',
  'Cán bộ',
  'Mã truy cập',
  'Nhật ký',
  'Hệ thống',
] as const

export type Screen = {
  /** Below /admin, as react-router writes it. */
  path: string
  /** Where it stands in the navigation; a screen reached from another one has none. */
  label?: (typeof MENU)[number]
  permission?: Permission
  element: LazyExoticComponent<ComponentType>
}

/** Every screen for somebody signed in; one line each. */
export const SCREENS: Screen[] = [
  {
    path: '/viec',
    label: 'Việc của tôi',
    permission: 'content.read',
    element: lazy(() => import('./features/work/work-screen.tsx')),
  },
  {
    path: '/phan-anh',
    label: 'Phản ánh',
    permission: 'feedback.read',
    element: lazy(() => import('./features/feedback/inbox-screen.tsx')),
  },
  {
    path: '/phan-anh/ngay-tra-loi',
    permission: 'feedback.approve',
    element: lazy(() => import('./features/feedback/answer-day-screen.tsx')),
  },
  {
    path: '/phan-anh/:id',
    permission: 'feedback.read',
    element: lazy(() => import('./features/feedback/case-screen.tsx')),
  },
  {
    path: '/cau-hinh-phan-anh',
    label: 'Cấu hình phản ánh',
    permission: 'feedback.note',
    element: lazy(() => import('./features/feedback/settings-screen.tsx')),
  },
  {
    path: '/cau-hinh-phan-anh/gio-lam-viec',
    permission: 'feedback.settings',
    element: lazy(() => import('./features/office-hours/office-hours-screen.tsx')),
  },
  {
    path: '/noi-dung',
    label: 'Nội dung',
    permission: 'content.read',
    element: lazy(() => import('./features/content/content-screen.tsx')),
  },
  {
    path: '/noi-dung/:entryId',
    permission: 'content.read',
    element: lazy(() => import('./features/content/entry-screen.tsx')),
  },
  {
    path: '/tro-chuyen',
    label: 'Trò chuyện',
    permission: 'chat.read',
    element: lazy(() => import('./features/conversations/conversations-screen.tsx')),
  },
  {
    path: '/tro-chuyen/cau-hoi',
    label: 'Câu bot chưa trả lời được',
    permission: 'figures.read',
    element: lazy(() => import('./features/conversations/questions-screen.tsx')),
  },
  {
    path: '/tro-chuyen/so-lieu',
    permission: 'figures.read',
    element: lazy(() => import('./features/conversations/chat-figures-screen.tsx')),
  },
  {
    path: '/tro-chuyen/:id',
    permission: 'chat.read',
    element: lazy(() => import('./features/conversations/conversation-screen.tsx')),
  },
  {
    path: '/hoi-thi',
    label: 'Hội thi',
    permission: 'contests.read',
    element: lazy(() => import('./features/contests/contests-screen.tsx')),
  },
  {
    path: '/hoi-thi/:id',
    permission: 'contests.read',
    element: lazy(() => import('./features/contests/contest-screen.tsx')),
  },
  {
    path: '/chien-dich',
    label: 'Chiến dịch',
    permission: 'campaigns.read',
    element: lazy(() => import('./features/campaigns/campaigns-screen.tsx')),
  },
  {
    path: '/chien-dich/:id',
    permission: 'campaigns.read',
    element: lazy(() => import('./features/campaigns/campaign-screen.tsx')),
  },
  {
    path: '/chien-dich/gui/:id',
    permission: 'campaigns.read',
    element: lazy(() => import('./features/campaigns/send-screen.tsx')),
  },
  {
    path: '/lien-ket-hong',
    label: 'Liên kết hỏng',
    permission: 'content.read',
    element: lazy(() => import('./features/upkeep/links-screen.tsx')),
  },
  {
    path: '/doi-chieu',
    label: 'Đối chiếu thủ tục',
    permission: 'content.write',
    element: lazy(() => import('./features/upkeep/rechecks-screen.tsx')),
  },
  {
    path: '/doi-chieu/:id',
    permission: 'content.write',
    element: lazy(() => import('./features/upkeep/recheck-screen.tsx')),
  },
  {
    path: '/gop-y',
    label: 'Góp ý trang',
    permission: 'comments.triage',
    element: lazy(() => import('./features/reading/comments-screen.tsx')),
  },
  {
    path: '/lien-ket',
    label: 'Liên kết nguồn',
    permission: 'links.manage',
    element: lazy(() => import('./features/reading/links-screen.tsx')),
  },
  {
    path: '/lien-ket/:code',
    permission: 'links.manage',
    element: lazy(() => import('./features/reading/poster-screen.tsx')),
  },
  {
    path: '/so-lieu-phan-anh',
    label: 'Số liệu phản ánh',
    permission: 'figures.read',
    element: lazy(() => import('./features/feedback-figures/feedback-figures-screen.tsx')),
  },
  {
    path: '/so-lieu',
    label: 'Số liệu đọc',
    permission: 'figures.read',
    element: lazy(() => import('./features/reading/figures-screen.tsx')),
  },
  {
    path: '/cau-hoi',
    label: 'Câu hỏi chưa có trả lời',
    permission: 'figures.read',
    element: lazy(() => import('./features/reading/misses-screen.tsx')),
  },
  {
    path: '/ngan-hang-cau-hoi',
    label: 'Ngân hàng câu hỏi',
    permission: 'quizzes.read',
    element: lazy(() => import('./features/quizzes/bank-screen.tsx')),
  },
  {
    path: '/ngan-hang-cau-hoi/them',
    permission: 'quizzes.write',
    element: lazy(() => import('./features/quizzes/new-question-screen.tsx')),
  },
  {
    path: '/ngan-hang-cau-hoi/nhap',
    permission: 'quizzes.write',
    element: lazy(() => import('./features/quizzes/import-questions-screen.tsx')),
  },
  {
    path: '/ngan-hang-cau-hoi/:id',
    permission: 'quizzes.read',
    element: lazy(() => import('./features/quizzes/question-screen.tsx')),
  },
  { path: '/don-vi', label: 'Đơn vị', element: lazy(() => import('./features/units/units-screen.tsx')) },
  {
    path: '/don-vi/them',
    permission: 'units.manage',
    element: lazy(() => import('./features/units/new-unit-screen.tsx')),
  },
  {
    path: '/don-vi/sap-nhap',
    permission: 'units.manage',
    element: lazy(() => import('./features/units/merge-screen.tsx')),
  },
  {
    path: '/don-vi/nhap-tep',
    permission: 'units.manage',
    element: lazy(() => import('./features/units/import-screen.tsx')),
  },
  { path: '/don-vi/:id', element: lazy(() => import('./features/units/unit-screen.tsx')) },
  {
    path: '/can-bo',
    label: 'Cán bộ',
    permission: 'staff.manage',
    element: lazy(() => import('./features/staff/staff-screen.tsx')),
  },
  {
    path: '/can-bo/them',
    permission: 'staff.manage',
    element: lazy(() => import('./features/staff/new-staff-screen.tsx')),
  },
  {
    path: '/can-bo/:id',
    permission: 'staff.manage',
    element: lazy(() => import('./features/staff/member-screen.tsx')),
  },
  {
    path: '/ma-truy-cap',
    label: 'Mã truy cập',
    permission: 'tokens.manage',
    element: lazy(() => import('./features/staff/tokens-screen.tsx')),
  },
  {
    path: '/kenh-zalo',
    label: 'Kênh Zalo',
    permission: 'chat.configure',
    element: lazy(() => import('./features/zalo/channels-screen.tsx')),
  },
  {
    path: '/nhat-ky',
    label: 'Nhật ký',
    permission: 'audit.read',
    element: lazy(() => import('./features/audit/audit-screen.tsx')),
  },
  {
    path: '/he-thong',
    label: 'Hệ thống',
    permission: 'audit.read',
    element: lazy(() => import('./features/work/system-screen.tsx')),
  },
  { path: '/tai-khoan', element: lazy(() => import('./features/account/account-screen.tsx')) },
]
