import { PROVENANCE, RELATED, SEARCH_TERMS, SLUG, SOURCES } from './common.fields.ts'
import { type Section, textOf } from './field-spec.ts'

export const INDEX: Section[] = [
  {
    title: 'Chỉ số',
    fields: [
      { name: 'name', label: 'Tên gọi', type: 'text', isHalf: true, help: 'Như PAR INDEX, PAPI.' },
      { name: 'nameVi', label: 'Tên tiếng Việt', type: 'text', isHalf: true },
      { name: 'measures', label: 'Đo điều gì', type: 'text', isLong: true },
      { name: 'publisher', label: 'Nơi công bố', type: 'text', isHalf: true },
      { name: 'frequency', label: 'Bao lâu công bố một lần', type: 'text', isOptional: true, isHalf: true },
      {
        name: 'scale',
        label: 'Thang điểm',
        type: 'group',
        fields: [
          { name: 'text', label: 'Nói bằng lời', type: 'text', help: 'Như: 0–100 điểm, càng cao càng tốt.' },
          { name: 'min', label: 'Thấp nhất', type: 'number', isOptional: true, isHalf: true },
          { name: 'max', label: 'Cao nhất', type: 'number', isOptional: true, isHalf: true },
          { name: 'unit', label: 'Đơn vị tính', type: 'text', isOptional: true },
        ],
      },
      { name: 'legal', label: 'Căn cứ', type: 'texts', item: 'Căn cứ' },
      { name: 'notes', label: 'Cần biết khi đọc số liệu', type: 'texts', item: 'Ghi chú' },
    ],
  },
  {
    title: 'Số liệu các năm',
    fields: [
      {
        name: 'values',
        label: 'Số liệu',
        type: 'groups',
        item: 'Dòng',
        shape: 'rows',
        repeats: ['province', 'series', 'of'],
        help: 'Số của hai chuỗi khác nhau không nối thành một đường: đổi tên chuỗi khi cách chấm hoặc địa giới đổi.',
        titleOf: ({ province, year }) => `${textOf(province)} ${typeof year === 'number' ? year : ''}`.trim(),
        fields: [
          { name: 'province', label: 'Tỉnh', type: 'text', isHalf: true },
          { name: 'series', label: 'Chuỗi số liệu', type: 'text', isHalf: true },
          { name: 'year', label: 'Năm', type: 'number', isWhole: true, isHalf: true },
          { name: 'score', label: 'Điểm', type: 'number', isOptional: true, isHalf: true },
          { name: 'rank', label: 'Hạng', type: 'number', isOptional: true, isWhole: true, isHalf: true },
          { name: 'of', label: 'Trên số', type: 'number', isOptional: true, isWhole: true, isHalf: true },
          { name: 'note', label: 'Ghi chú', type: 'text', isOptional: true },
          SOURCES,
        ],
      },
    ],
  },
  {
    title: 'Phần điểm và sự kiện',
    fields: [
      {
        name: 'parts',
        label: 'Điểm từng phần',
        type: 'groups',
        item: 'Bảng phần điểm',
        titleOf: ({ title }) => textOf(title),
        fields: [
          { name: 'title', label: 'Tên bảng', type: 'text' },
          { name: 'year', label: 'Năm', type: 'number', isWhole: true, isHalf: true },
          { name: 'max', label: 'Điểm tối đa mỗi phần', type: 'number', isHalf: true },
          {
            name: 'rows',
            label: 'Các phần',
            type: 'groups',
            item: 'Phần',
            shape: 'plain',
            titleOf: ({ name }) => textOf(name),
            fields: [
              { name: 'name', label: 'Tên phần', type: 'text', isHalf: true },
              { name: 'score', label: 'Điểm', type: 'number', isHalf: true },
            ],
          },
          SOURCES,
        ],
      },
      {
        name: 'facts',
        label: 'Sự kiện đáng biết',
        type: 'groups',
        item: 'Sự kiện',
        titleOf: ({ text }) => textOf(text),
        fields: [{ name: 'text', label: 'Lời', type: 'text', isLong: true }, SOURCES],
      },
      {
        name: 'gaps',
        label: 'Chỗ chưa có số liệu',
        type: 'texts',
        item: 'Chỗ chưa có',
        help: 'Nói rõ năm nào, nơi nào chưa có, để không ai hiểu nhầm là bằng 0.',
      },
    ],
  },
  { title: 'Tìm kiếm và liên quan', fields: [SEARCH_TERMS, RELATED, SLUG] },
  PROVENANCE,
]
