import type { components } from '../../api/schema.gen.ts'

type Schemas = components['schemas']
export type Kind = Schemas['UnitKind']
export type Audience = Schemas['UnitAudience']
export type UnitDetail = Schemas['UnitDetail']
export type UnitRow = Schemas['UnitRow']
export type ImportReport = Schemas['UnitImportReport']

export const KIND_WORDS: Record<Kind, string> = {
  department: 'Sở',
  office: 'Phòng, văn phòng',
  commune: 'Xã, phường',
  preschool: 'Mầm non',
  primary: 'Tiểu học',
  lower_secondary: 'THCS',
  upper_secondary: 'THPT',
  mixed_levels: 'Nhiều cấp học',
  continuing: 'GDTX',
  centre: 'Trung tâm',
  other: 'Khác',
}
export const KIND_OPTIONS = Object.entries(KIND_WORDS).map(([value, label]) => ({ value, label }))

export const AUDIENCE_WORDS: Record<Audience, string> = {
  official: 'Cán bộ',
  teacher: 'Giáo viên',
  student: 'Học sinh',
}
export const AUDIENCE_OPTIONS = Object.entries(AUDIENCE_WORDS).map(([value, label]) => ({ value, label }))

export const FIELD_WORDS: Record<ImportReport['changes'][number]['field'], string> = {
  ...AUDIENCE_WORDS,
  name: 'Tên',
  kind: 'Loại',
  parentId: 'Đơn vị cấp trên',
  mergedInto: 'Sáp nhập vào',
}

export const IMPORT_PROBLEM_WORDS: Record<ImportReport['errors'][number]['problem'], string> = {
  missing_column: 'Thiếu cột này',
  unknown_column: 'Cột không có trong mẫu',
  missing: 'Chưa điền',
  bad_code: 'Mã chỉ gồm chữ không dấu, số, dấu chấm, gạch nối',
  bad_name: 'Tên cần từ 2 đến 200 ký tự',
  unknown_kind: 'Loại không có trong danh sách',
  unknown_unit: 'Không có đơn vị mang mã này',
  not_a_date: 'Không phải ngày, viết dạng 31/12/2026',
  not_a_count: 'Không phải số người',
  duplicate: 'Mã đã có ở dòng trên',
  not_there_then: 'Đơn vị không hoạt động vào ngày này',
  parent_not_there: 'Đơn vị cấp trên không có trong suốt thời gian đó',
  cycle: 'Đơn vị nằm dưới chính mình',
  root_stays: 'Chỉ Sở đứng đầu, và Sở không nằm dưới đơn vị nào',
  merged_row_changes: 'Dòng sáp nhập không sửa thêm mục khác',
  forbidden: 'Anh/chị không phụ trách đơn vị này',
}

/** `2026-07-01` → `01/07/2026`. */
export function formatDay(day: string) {
  return day.split('-').reverse().join('/')
}

/** From the first to the last day, as far as one is known. */
export function formatSpan({ validFrom, validTo }: { validFrom: string; validTo: string | null }) {
  return validTo === null ? `Từ ${formatDay(validFrom)}` : `${formatDay(validFrom)} – ${formatDay(validTo)}`
}

const COUNT = new Intl.NumberFormat('vi-VN')
export function formatCount(count: number | null) {
  return count === null ? 'chưa có thông tin' : COUNT.format(count)
}

export function today() {
  return new Date(Date.now() + 7 * 60 * 60 * 1000).toISOString().slice(0, 10)
}
