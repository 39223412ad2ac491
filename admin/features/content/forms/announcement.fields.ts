import { PROVENANCE, SLUG } from './common.fields.ts'
import type { Section } from './field-spec.ts'

export const ANNOUNCEMENT: Section[] = [
  {
    title: 'Thông báo trên trang đầu',
    fields: [
      { name: 'title', label: 'Tiêu đề', type: 'text', help: 'Từ 5 đến 120 ký tự.' },
      { name: 'text', label: 'Lời thông báo', type: 'text', isLong: true, help: 'Từ 10 đến 400 ký tự.' },
      {
        name: 'level',
        label: 'Mức độ',
        type: 'choice',
        options: [
          { value: 'info', label: 'Cho biết' },
          { value: 'warning', label: 'Cảnh báo' },
        ],
      },
      { name: 'showFrom', label: 'Hiện từ ngày', type: 'date', offers: 'today', isHalf: true },
      { name: 'showUntil', label: 'Hiện đến hết ngày', type: 'date', isHalf: true },
      {
        name: 'related',
        label: 'Dẫn đến',
        type: 'references',
        most: 1,
        help: 'Nhiều nhất một nội dung đang công bố.',
      },
      SLUG,
    ],
  },
  PROVENANCE,
]
