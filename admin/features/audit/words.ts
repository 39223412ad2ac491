const ACTIONS: Record<string, string> = {
  'staff.sign_in': 'Đăng nhập',
  'staff.sign_in_failed': 'Đăng nhập sai',
  'staff.sign_out': 'Đăng xuất',
}

const SUBJECTS: Record<string, string> = {
  staff: 'Cán bộ',
  token: 'Khóa truy cập',
  unit: 'Đơn vị',
  edition: 'Bản nội dung',
  item: 'Nội dung',
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
  if (via === 'session') return ''
  return via === 'clock' ? 'theo lịch' : 'qua khóa truy cập'
}

export const SUBJECT_OPTIONS = Object.entries(SUBJECTS).map(([value, label]) => ({ value, label }))
export const ACTION_OPTIONS = Object.entries(ACTIONS).map(([value, label]) => ({ value, label }))
