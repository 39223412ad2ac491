import { PROVENANCE, RELATED, SEARCH_TERMS, SLUG } from './common.fields.ts'
import type { Section } from './field-spec.ts'

export const ANSWER: Section[] = [
  {
    title: 'Câu hỏi và trả lời',
    fields: [
      {
        name: 'question',
        label: 'Câu hỏi',
        type: 'text',
        isLong: true,
        help: 'Như người dân hỏi, từ 8 đến 200 ký tự.',
      },
      {
        name: 'body',
        label: 'Trả lời',
        type: 'markdown',
        help: 'Ngắn, từ 20 đến 4.000 ký tự; bài dài thì viết ở cẩm nang.',
      },
    ],
  },
  { title: 'Tìm kiếm và liên quan', fields: [SEARCH_TERMS, RELATED, SLUG] },
  PROVENANCE,
]
