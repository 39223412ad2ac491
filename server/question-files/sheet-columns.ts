import { LETTERS } from './check-question.ts'

const letter = { width: 26 }

export const SHEET_COLUMNS = {
  text: { title: 'Câu hỏi', width: 60 },
  kind: { title: 'Loại', width: 16 },
  A: { title: 'A', ...letter },
  B: { title: 'B', ...letter },
  C: { title: 'C', ...letter },
  D: { title: 'D', ...letter },
  E: { title: 'E', ...letter },
  F: { title: 'F', ...letter },
  G: { title: 'G', ...letter },
  H: { title: 'H', ...letter },
  key: { title: 'Đáp án', width: 12 },
  explanation: { title: 'Giải thích', width: 50 },
  legalSource: { title: 'Căn cứ', width: 30 },
  documentNumber: { title: 'Số văn bản', width: 18 },
  sources: { title: 'Nguồn', width: 40 },
  topic: { title: 'Chủ đề', width: 22 },
  difficulty: { title: 'Mức độ', width: 12 },
  audiences: { title: 'Đối tượng', width: 26 },
} as const
export type SheetColumn = keyof typeof SHEET_COLUMNS

export const SHEET_NAME = 'Câu hỏi'
export const columnsOfSheet = () => Object.values(SHEET_COLUMNS).map(({ title, width }) => ({ title, width }))

/** What each column takes, for the sheet of instructions. */
export const COLUMN_HELP: [title: string, help: string][] = [
  ['Câu hỏi', 'Nội dung câu hỏi, ít nhất 5 ký tự. Mỗi dòng là một câu.'],
  ['Loại', 'Chọn một, Chọn nhiều, Đúng hay sai hoặc Xếp thứ tự. Bỏ trống thì hệ thống hiểu theo số đáp án.'],
  [
    `${LETTERS[0]} đến ${LETTERS.at(-1)}`,
    'Các phương án, ghi liền nhau từ A, không bỏ cách cột. Câu đúng hay sai được bỏ trống.',
  ],
  [
    'Đáp án',
    'Chữ cái của phương án đúng: A; nhiều đáp án: A, C; xếp thứ tự: ghi đủ chữ cái theo thứ tự đúng. Câu đúng hay sai ghi Đúng hoặc Sai.',
  ],
  ['Giải thích', 'Vì sao đúng, để người làm bài đọc sau khi trả lời.'],
  ['Căn cứ', 'Điều, khoản của văn bản, như mọi người vẫn dẫn.'],
  ['Số văn bản', 'Số và ký hiệu của văn bản đó.'],
  ['Nguồn', 'Tên nguồn, rồi địa chỉ trang nếu có. Nhiều nguồn thì mỗi nguồn một dòng trong ô.'],
  ['Chủ đề', 'Tên hoặc mã chủ đề ở trang Danh mục. Bỏ trống thì lấy chủ đề chọn khi nhập.'],
  ['Mức độ', 'Dễ, Vừa hoặc Khó. Bỏ trống thì lấy mức độ chọn khi nhập.'],
  ['Đối tượng', 'Người dân, Học sinh, Cán bộ; cách nhau bằng dấu phẩy.'],
]
