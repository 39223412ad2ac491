import { PROVENANCE, RELATED, SEARCH_TERMS, SLUG } from './common.fields.ts'
import { type Section, textOf, UNKNOWN } from './field-spec.ts'
import {
  AUDIENCES,
  CHANNELS,
  DETAILS,
  DOCUMENT_FIELDS,
  FEE_FIELDS,
  LEVELS,
  TIME_FIELDS,
} from './procedure-parts.fields.ts'

export const PROCEDURE: Section[] = [
  {
    title: 'Tên và mã',
    fields: [
      { name: 'plainName', label: 'Tên dễ hiểu', type: 'text', help: 'Như người dân gọi; hiện trên danh sách.' },
      { name: 'name', label: 'Tên chính thức', type: 'text', isLong: true },
      { name: 'code', label: 'Mã thủ tục', type: 'text', isHalf: true, help: 'Mã quốc gia, như 2.002854.' },
      {
        name: 'field',
        label: 'Lĩnh vực',
        type: 'text',
        suggests: 'procedureFields',
        isHalf: true,
        help: 'Chọn lĩnh vực đã có nếu được.',
      },
      { name: 'detail', label: 'Mức chi tiết', type: 'choice', options: DETAILS },
      { name: 'summary', label: 'Tóm tắt', type: 'text', isLong: true, isOptional: true },
      {
        name: 'portalUrl',
        label: 'Trang trên Cổng dịch vụ công quốc gia',
        type: 'text',
        input: 'url',
        isOptional: true,
      },
      SLUG,
    ],
  },
  {
    title: 'Ai làm, ai giải quyết',
    fields: [
      { name: 'whoFor', label: 'Ai làm thủ tục này', type: 'text', isOptional: true },
      { name: 'audiences', label: 'Nhóm người dùng', type: 'choices', options: AUDIENCES },
      { name: 'targetUsers', label: 'Đối tượng theo nguồn', type: 'tags', help: 'Ghi đúng như Cổng dịch vụ công.' },
      { name: 'levels', label: 'Cấp giải quyết', type: 'choices', options: LEVELS },
      { name: 'agency', label: 'Cơ quan giải quyết', type: 'text', isOptional: true, isHalf: true },
      { name: 'ministry', label: 'Bộ, ngành', type: 'text', isOptional: true, isHalf: true },
      { name: 'whereToSubmit', label: 'Nộp ở đâu', type: 'text', isLong: true, isOptional: true, blank: UNKNOWN },
    ],
  },
  {
    title: 'Câu hỏi cho người dân',
    help: 'Câu hỏi có/không. Thời hạn, lệ phí, giấy tờ ở dưới có thể chỉ áp dụng theo một câu trả lời.',
    fields: [
      {
        name: 'questions',
        label: 'Câu hỏi',
        type: 'groups',
        item: 'Câu hỏi',
        titleOf: ({ text }) => textOf(text),
        fields: [
          { name: 'text', label: 'Câu hỏi có/không', type: 'text' },
          { name: 'help', label: 'Giải thích thêm', type: 'text', isLong: true, isOptional: true },
          { name: 'key', label: 'Mã', type: 'key', from: 'text', help: 'Giữ nguyên khi sửa lời câu hỏi.' },
        ],
      },
    ],
  },
  {
    title: 'Cách nộp, thời hạn, lệ phí',
    fields: [
      { name: 'timeSummary', label: 'Thời hạn nói gọn', type: 'text', isOptional: true, blank: UNKNOWN, isHalf: true },
      { name: 'feeSummary', label: 'Lệ phí nói gọn', type: 'text', isOptional: true, blank: UNKNOWN, isHalf: true },
      {
        name: 'channels',
        label: 'Cách nộp',
        type: 'groups',
        item: 'Cách nộp',
        titleOf: ({ channel }) => CHANNELS.find(({ value }) => value === channel)?.label ?? '',
        fields: [
          { name: 'channel', label: 'Nộp bằng cách nào', type: 'choice', options: CHANNELS },
          {
            name: 'times',
            label: 'Thời hạn giải quyết',
            type: 'groups',
            item: 'Thời hạn',
            titleOf: ({ text }) => textOf(text),
            fields: TIME_FIELDS,
          },
          {
            name: 'fees',
            label: 'Lệ phí',
            type: 'groups',
            item: 'Lệ phí',
            help: 'Không có dòng nào nghĩa là chưa có thông tin. Miễn phí thì thêm một dòng ghi 0 đồng.',
            titleOf: ({ text }) => textOf(text),
            fields: FEE_FIELDS,
          },
        ],
      },
    ],
  },
  {
    title: 'Hồ sơ',
    fields: [
      {
        name: 'cases',
        label: 'Trường hợp',
        type: 'groups',
        item: 'Trường hợp',
        help: 'Mỗi trường hợp có bộ giấy tờ riêng; thường chỉ có một.',
        titleOf: ({ name }) => textOf(name),
        fields: [
          {
            name: 'name',
            label: 'Tên trường hợp',
            type: 'text',
            isOptional: true,
            help: 'Để trống khi chỉ có một trường hợp.',
          },
          {
            name: 'documents',
            label: 'Giấy tờ',
            type: 'groups',
            item: 'Giấy tờ',
            titleOf: ({ name }) => textOf(name),
            fields: DOCUMENT_FIELDS,
          },
          { name: 'key', label: 'Mã', type: 'key', from: 'name', or: 'chung' },
        ],
      },
    ],
  },
  {
    title: 'Trình tự, điều kiện, kết quả',
    fields: [
      { name: 'steps', label: 'Các bước', type: 'texts', item: 'Bước' },
      { name: 'conditions', label: 'Yêu cầu, điều kiện', type: 'texts', item: 'Điều kiện' },
      {
        name: 'results',
        label: 'Kết quả',
        type: 'groups',
        item: 'Kết quả',
        shape: 'plain',
        titleOf: ({ name }) => textOf(name),
        fields: [
          { name: 'name', label: 'Nhận được gì', type: 'text', isHalf: true },
          { name: 'code', label: 'Mã kết quả', type: 'text', isOptional: true, isHalf: true },
        ],
      },
      { name: 'warning', label: 'Lưu ý', type: 'text', isLong: true, isOptional: true },
    ],
  },
  {
    title: 'Căn cứ và mã cũ',
    fields: [
      {
        name: 'legalBasis',
        label: 'Căn cứ pháp lý',
        type: 'groups',
        item: 'Căn cứ',
        shape: 'plain',
        help: 'Văn bản có số này trong mục Văn bản sẽ tự thành liên kết.',
        titleOf: ({ number }) => textOf(number),
        fields: [
          { name: 'number', label: 'Số, ký hiệu', type: 'text', isHalf: true },
          { name: 'title', label: 'Tên văn bản', type: 'text', isOptional: true, isHalf: true },
        ],
      },
      { name: 'changes', label: 'Thay đổi so với trước', type: 'text', isLong: true, isOptional: true },
      {
        name: 'predecessors',
        label: 'Mã cũ',
        type: 'groups',
        item: 'Mã cũ',
        shape: 'plain',
        help: 'Người tìm bằng mã cũ được dẫn đến thủ tục này, kèm lý do.',
        titleOf: ({ code }) => textOf(code),
        fields: [
          { name: 'code', label: 'Mã đã thôi dùng', type: 'text', isHalf: true },
          { name: 'reason', label: 'Vì sao thôi dùng', type: 'text', isHalf: true },
        ],
      },
    ],
  },
  { title: 'Tìm kiếm và liên quan', fields: [SEARCH_TERMS, RELATED] },
  PROVENANCE,
]
