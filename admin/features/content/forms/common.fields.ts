import { type FieldSpec, type Section, textOf } from './field-spec.ts'

export const SLUG: FieldSpec = {
  name: 'slug',
  label: 'Địa chỉ trên ứng dụng',
  type: 'fixed',
  help: 'Đặt một lần khi tạo, để liên kết cũ không hỏng.',
}

export const SEARCH_TERMS: FieldSpec = {
  name: 'searchTerms',
  label: 'Từ tìm kiếm',
  type: 'tags',
  help: 'Những cách người dân gọi việc này, kể cả viết tắt và tiếng địa phương.',
}

export const RELATED: FieldSpec = {
  name: 'related',
  label: 'Nội dung liên quan',
  type: 'references',
  help: 'Chỉ chọn được nội dung đang công bố.',
}

export const SOURCES: FieldSpec = {
  name: 'sources',
  label: 'Nguồn',
  type: 'groups',
  item: 'Nguồn',
  shape: 'plain',
  help: 'Văn bản hoặc trang mà nội dung này dựa vào, ít nhất một.',
  titleOf: ({ title }) => textOf(title),
  fields: [
    { name: 'title', label: 'Tên nguồn', type: 'text' },
    { name: 'url', label: 'Địa chỉ trang nguồn', type: 'text', input: 'url', isOptional: true },
  ],
}

/** Where it comes from and until when it may be relied on: the end of every form. */
export const PROVENANCE: Section = {
  title: 'Nguồn và rà soát',
  fields: [
    SOURCES,
    { name: 'checkedOn', label: 'Ngày kiểm tra nguồn', type: 'date', offers: 'today', isHalf: true },
    { name: 'reviewBy', label: 'Xem lại trước ngày', type: 'date', offers: 'later', isHalf: true },
    { name: 'owner', label: 'Nơi phụ trách', type: 'text', help: 'Phòng hoặc đơn vị trả lời khi có người hỏi lại.' },
    {
      name: 'unverified',
      label: 'Điều chưa xác nhận',
      type: 'texts',
      item: 'Điều chưa xác nhận',
      help: 'Nói thẳng với người đọc điều gì chưa ai xác nhận được.',
    },
  ],
}
