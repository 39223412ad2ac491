import { PROVENANCE, RELATED, SEARCH_TERMS, SLUG } from './common.fields.ts'
import { type Section, textOf } from './field-spec.ts'

export const SITUATION: Section[] = [
  {
    title: 'Tình huống',
    fields: [
      { name: 'title', label: 'Tên tình huống', type: 'text' },
      { name: 'summary', label: 'Tóm tắt', type: 'text', isLong: true },
      {
        name: 'homeOrder',
        label: 'Thứ tự trên trang đầu',
        type: 'number',
        isOptional: true,
        isWhole: true,
        blank: 'không hiện trên trang đầu',
        help: 'Số nhỏ đứng trước.',
      },
    ],
  },
  {
    title: 'Cây câu hỏi',
    fields: [
      {
        name: 'tree',
        label: 'Cây câu hỏi',
        type: 'tree',
        questions: [
          { name: 'text', label: 'Câu hỏi', type: 'text' },
          { name: 'help', label: 'Giải thích thêm', type: 'text', isLong: true, isOptional: true },
          {
            name: 'options',
            label: 'Các câu trả lời',
            type: 'groups',
            item: 'Câu trả lời',
            shape: 'plain',
            help: 'Ít nhất hai câu trả lời.',
            titleOf: ({ label }) => textOf(label),
            fields: [
              { name: 'label', label: 'Lời trả lời', type: 'text' },
              { name: 'next', label: 'Dẫn đến', type: 'next' },
              { name: 'key', label: 'Mã', type: 'key', from: 'label' },
            ],
          },
        ],
        outcomes: [
          { name: 'title', label: 'Kết quả', type: 'text', help: 'Điều cần làm, nói trong một câu.' },
          { name: 'text', label: 'Hướng dẫn', type: 'texts', item: 'Dòng' },
          { ...RELATED, name: 'links', label: 'Liên kết' },
          {
            name: 'answers',
            label: 'Trả lời sẵn câu hỏi của thủ tục',
            type: 'prefills',
            help: 'Người dân đã trả lời ở đây thì trang thủ tục không hỏi lại.',
          },
        ],
      },
    ],
  },
  { title: 'Tìm kiếm', fields: [SEARCH_TERMS, SLUG] },
  PROVENANCE,
]
