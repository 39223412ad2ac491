import { PROVENANCE, RELATED, SEARCH_TERMS, SLUG } from './common.fields.ts'
import { type Section, UNKNOWN } from './field-spec.ts'

export const DOCUMENT: Section[] = [
  {
    title: 'Văn bản',
    fields: [
      { name: 'kind', label: 'Loại văn bản', type: 'text', isHalf: true, help: 'Nghị định, Thông tư, Công văn…' },
      { name: 'number', label: 'Số, ký hiệu', type: 'text', isHalf: true, help: 'Ghi đủ, như 15/2026/TT-BGDĐT.' },
      { name: 'title', label: 'Trích yếu', type: 'text', isLong: true },
      { name: 'summary', label: 'Tóm tắt cho người dân', type: 'text', isLong: true },
      { name: 'issuer', label: 'Cơ quan ban hành', type: 'text', isOptional: true, blank: UNKNOWN, isHalf: true },
      { name: 'signer', label: 'Người ký', type: 'text', isOptional: true, blank: UNKNOWN, isHalf: true },
    ],
  },
  {
    title: 'Hiệu lực',
    fields: [
      { name: 'issuedOn', label: 'Ngày ban hành', type: 'date', isOptional: true, blank: UNKNOWN },
      {
        name: 'effectiveFrom',
        label: 'Có hiệu lực từ ngày',
        type: 'date',
        isOptional: true,
        blank: UNKNOWN,
        isHalf: true,
      },
      {
        name: 'effectiveTo',
        label: 'Hết hiệu lực từ ngày',
        type: 'date',
        isOptional: true,
        blank: UNKNOWN,
        isHalf: true,
      },
      {
        name: 'replacedBy',
        label: 'Văn bản thay thế',
        type: 'documents',
        help: 'Văn bản đang đứng vào chỗ của văn bản này.',
      },
      { name: 'amendedBy', label: 'Văn bản sửa đổi, bổ sung', type: 'documents' },
    ],
  },
  { title: 'Tìm kiếm và liên quan', fields: [SEARCH_TERMS, RELATED, SLUG] },
  PROVENANCE,
]
