import { PROVENANCE, RELATED, SEARCH_TERMS, SLUG } from './common.fields.ts'
import type { Section } from './field-spec.ts'

const COLUMNS = [
  { value: 'the-che', label: 'Cải cách thể chế' },
  { value: 'thu-tuc-hanh-chinh', label: 'Cải cách thủ tục hành chính' },
  { value: 'to-chuc-bo-may', label: 'Cải cách tổ chức bộ máy' },
  { value: 'che-do-cong-vu', label: 'Cải cách chế độ công vụ' },
  { value: 'tai-chinh-cong', label: 'Cải cách tài chính công' },
  { value: 'chinh-phu-so', label: 'Chính phủ điện tử, Chính phủ số' },
  { value: 'nop-va-tra-cuu', label: 'Nộp hồ sơ và tra cứu' },
  { value: 'quyen-va-nghia-vu', label: 'Quyền và nghĩa vụ' },
  { value: 'do-luong', label: 'Đo lường kết quả' },
]

export const ARTICLE: Section[] = [
  {
    title: 'Bài viết',
    fields: [
      { name: 'title', label: 'Tiêu đề', type: 'text' },
      {
        name: 'summary',
        label: 'Tóm tắt',
        type: 'text',
        isLong: true,
        help: 'Một hai câu, hiện trong danh sách và kết quả tìm kiếm.',
      },
      { name: 'column', label: 'Chuyên mục', type: 'choice', options: COLUMNS, isHalf: true },
      { name: 'publishedOn', label: 'Ngày đăng', type: 'date', offers: 'today', isHalf: true },
      { name: 'body', label: 'Nội dung', type: 'markdown' },
    ],
  },
  {
    title: 'Tìm kiếm và liên quan',
    fields: [
      SEARCH_TERMS,
      RELATED,
      SLUG,
      { name: 'key', label: 'Mã bài', type: 'fixed', help: 'Tên cố định để đo việc tìm kiếm.' },
    ],
  },
  PROVENANCE,
]
