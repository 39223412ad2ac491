import { formatMoment } from '../../ui/dates.ts'
import { showDay } from '../../ui/days.ts'
import { roleText } from '../account/role-text.ts'
import { fieldName } from '../content/field-names.ts'
import { KIND_NAMES, problemWords, STATE_NAMES } from '../content/words.ts'
import { DAY_WORDS } from '../office-hours/words.ts'
import { STATE_WORDS as COMMENT_STATES } from '../reading/words.ts'
import { PERMISSION_WORDS } from '../staff/roles.ts'
import { AUDIENCE_WORDS, KIND_WORDS as UNIT_KINDS } from '../units/words.ts'

/** What the log calls a thing beyond the fields of content. */
const NAMES: Record<string, string> = {
  asOf: 'Tính từ ngày',
  assigneeId: 'Người được giao',
  at: 'Lúc',
  audience: 'Ai',
  bytes: 'Dung lượng (byte)',
  categoryId: 'Lĩnh vực',
  closes: 'Đến',
  changed: 'Thay đổi',
  changeKind: 'Mức thay đổi',
  changeNote: 'Lời báo thay đổi',
  count: 'Số lượng',
  disabled: 'Đã khóa',
  drafted: 'Đã làm bản nháp',
  edition: 'Bản',
  email: 'Thư điện tử',
  ...DAY_WORDS,
  expiresAt: 'Dùng đến',
  exportedOn: 'Ngày xuất danh mục',
  fields: 'Mục còn thiếu',
  from: 'Từ',
  headcounts: 'Số người',
  hours: 'Giờ làm việc',
  height: 'Chiều cao (điểm ảnh)',
  id: 'Mã',
  into: 'Gộp vào',
  isActive: 'Đang dùng',
  kind: 'Loại',
  missing: 'Không có trong danh mục',
  name: 'Tên',
  opens: 'Từ',
  new: 'Mới trong danh mục',
  ownerId: 'Người phụ trách',
  parentId: 'Trực thuộc',
  path: 'Trang mở ra',
  periods: 'Giai đoạn',
  permissions: 'Quyền',
  problem: 'Lỗi',
  recheck: 'Lần đối chiếu',
  redirectTo: 'Địa chỉ cũ dẫn đến',
  role: 'Vai trò',
  roles: 'Vai trò',
  same: 'Giống nhau',
  state: 'Trạng thái',
  successorId: 'Đơn vị kế thừa',
  successors: 'Đơn vị kế thừa',
  unitId: 'Đơn vị',
  validFrom: 'Từ ngày',
  validTo: 'Đến ngày',
  width: 'Chiều rộng (điểm ảnh)',
}

const VALUES: Record<string, Record<string, string>> = {
  state: { ...COMMENT_STATES, ...STATE_NAMES },
  kind: { ...UNIT_KINDS, ...KIND_NAMES },
  audience: AUDIENCE_WORDS,
  permissions: PERMISSION_WORDS,
  changeKind: { major: 'báo cho người đọc', minor: 'không báo' },
}

const MOMENT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/

/** A field by what people call it: the forms' own words, where it is one of theirs. */
export function wordFor(name: string, _at: number, names: string[]): string {
  if (name === 'field' && names.includes('fields')) return 'Mục'
  return NAMES[name] ?? (/^mục \d+$/.test(name) ? name : fieldName(name))
}

/** A plain value of the field these names lead to, as people write it. */
export function valueText(names: string[], value: unknown): string {
  const field = names.filter((name) => !/^mục \d+$/.test(name)).at(-1) ?? ''
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'có' : 'không'
  if (typeof value === 'number') return value.toLocaleString('vi-VN')
  const text = String(value)
  if (MOMENT.test(text)) return formatMoment(text)
  if (field === 'role') return roleText(text)
  if (names.includes('fields')) return field === 'problem' ? problemWords(text) : fieldName(text)
  return VALUES[field]?.[text] ?? showDay(text)
}
