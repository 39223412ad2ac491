const WORDS: Record<string, string> = {
  admin: 'Quản trị',
  editor: 'Biên tập',
  reviewer: 'Duyệt nội dung',
  publisher: 'Đăng nội dung',
  feedback_officer: 'Xử lý góp ý, phản ánh',
  quiz_manager: 'Phụ trách trắc nghiệm',
  unit_head: 'Phụ trách đơn vị',
  viewer: 'Xem',
}

export function roleText(role: string) {
  return WORDS[role] ?? role
}
