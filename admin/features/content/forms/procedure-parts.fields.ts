import type { FieldSpec, Option } from './field-spec.ts'

export const CHANNELS: Option[] = [
  { value: 'online', label: 'Trực tuyến' },
  { value: 'in_person', label: 'Nộp trực tiếp' },
  { value: 'post', label: 'Qua bưu chính' },
]

export const LEVELS: Option[] = [
  { value: 'ministry', label: 'Cấp bộ' },
  { value: 'province', label: 'Cấp tỉnh' },
  { value: 'commune', label: 'Cấp xã' },
  { value: 'institution', label: 'Trường, cơ sở giáo dục' },
]

export const AUDIENCES: Option[] = [
  { value: 'parent', label: 'Phụ huynh' },
  { value: 'student', label: 'Học sinh, sinh viên' },
  { value: 'teacher', label: 'Giáo viên' },
  { value: 'institution', label: 'Trường, tổ chức' },
  { value: 'citizen', label: 'Người dân' },
]

export const DETAILS: Option[] = [
  { value: 'full', label: 'Đầy đủ: viết đủ các mục dưới đây' },
  { value: 'listed', label: 'Chỉ nêu tên: có tên và liên kết chính thức' },
]

const TIME_UNITS: Option[] = [
  { value: 'working_day', label: 'ngày làm việc' },
  { value: 'calendar_day', label: 'ngày' },
  { value: 'month', label: 'tháng' },
]

const APPLIES_WHEN: FieldSpec = {
  name: 'appliesWhen',
  label: 'Áp dụng cho',
  type: 'condition',
  isOptional: true,
  help: 'Chọn trong các câu hỏi của thủ tục này.',
}

const VALIDITY: FieldSpec[] = [
  { name: 'validFrom', label: 'Áp dụng từ ngày', type: 'date', isOptional: true, isHalf: true },
  { name: 'validTo', label: 'Áp dụng đến ngày', type: 'date', isOptional: true, isHalf: true },
]

export const TIME_FIELDS: FieldSpec[] = [
  { name: 'text', label: 'Nói bằng lời', type: 'text', help: 'Như: 5 ngày làm việc khi chuyển trong tỉnh.' },
  { name: 'amount', label: 'Số', type: 'number', isOptional: true, isWhole: true, isHalf: true },
  { name: 'unit', label: 'Đơn vị', type: 'choice', options: TIME_UNITS, isOptional: true, isHalf: true },
  {
    name: 'cutOff',
    label: 'Giờ chốt trong ngày',
    type: 'time',
    isOptional: true,
    isHalf: true,
    help: 'Nhận sau giờ này thì tính từ ngày làm việc sau.',
  },
  {
    name: 'countedFrom',
    label: 'Tính từ',
    type: 'text',
    isOptional: true,
    isHalf: true,
    help: 'Để trống: từ khi nhận đủ hồ sơ.',
  },
  APPLIES_WHEN,
  ...VALIDITY,
]

export const FEE_FIELDS: FieldSpec[] = [
  { name: 'text', label: 'Nói bằng lời', type: 'text' },
  {
    name: 'amount',
    label: 'Số tiền (đồng)',
    type: 'number',
    isOptional: true,
    isWhole: true,
    isHalf: true,
    help: 'Chỉ ghi 0 khi nguồn nói rõ là không thu.',
  },
  { name: 'per', label: 'Tính theo', type: 'text', isOptional: true, isHalf: true, help: 'Như: bản, trang, hồ sơ.' },
  APPLIES_WHEN,
  ...VALIDITY,
]

export const DOCUMENT_FIELDS: FieldSpec[] = [
  { name: 'name', label: 'Tên giấy tờ', type: 'text', isLong: true },
  { name: 'original', label: 'Số bản chính', type: 'number', isOptional: true, isWhole: true, isHalf: true },
  { name: 'copy', label: 'Số bản sao', type: 'number', isOptional: true, isWhole: true, isHalf: true },
  { name: 'form', label: 'Mẫu', type: 'text', isOptional: true },
  APPLIES_WHEN,
  {
    name: 'condition',
    label: 'Ai cần nộp, theo lời của nguồn',
    type: 'text',
    isLong: true,
    isOptional: true,
    help: 'Khi không hỏi được bằng câu có/không.',
  },
]
