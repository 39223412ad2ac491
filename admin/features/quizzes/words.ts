import type { components } from '../../api/schema.gen.ts'

type Schemas = components['schemas']
export type BankRow = Schemas['BankRow']
export type Question = Schemas['QuestionView']
export type Version = Schemas['QuestionVersionView']
export type Body = Schemas['QuestionBody']
export type Step = Question['steps'][number]
export type Kind = Body['kind']

export const KIND_NAMES: Record<Kind, string> = {
  single: 'Chọn một',
  multiple: 'Chọn nhiều',
  true_false: 'Đúng hay sai',
  ordering: 'Xếp thứ tự',
}

export const KIND_HELP: Record<Kind, string> = {
  single: 'Chấm vào phương án đúng.',
  multiple: 'Đánh dấu tất cả phương án đúng. Chọn thiếu hoặc thừa đều là sai.',
  true_false: 'Hai phương án có sẵn. Chấm vào đáp án.',
  ordering: 'Viết theo đúng thứ tự, từ trên xuống. Người làm bài thấy theo thứ tự khác.',
}

export const DIFFICULTY_NAMES: Record<Body['difficulty'], string> = { easy: 'Dễ', medium: 'Vừa', hard: 'Khó' }
export const AUDIENCE_NAMES: Record<Body['audiences'][number], string> = {
  citizen: 'Người dân',
  student: 'Học sinh',
  official: 'Cán bộ',
}
export const POOL_NAMES: Record<Body['pool'], string> = { practice: 'Ôn luyện', contest: 'Hội thi' }
export const FLAG_NAMES: Record<NonNullable<Question['flag']>, string> = {
  source_superseded: 'Văn bản đã bị thay',
  review_due: 'Đến ngày xem lại',
  key_doubted: 'Nghi sai đáp án',
}
export const FLAG_TELLS: Record<NonNullable<Question['flag']>, string> = {
  source_superseded: 'Văn bản làm căn cứ đã có văn bản khác thay. Kiểm tra lại đáp án rồi sửa câu, hoặc ngừng dùng.',
  review_due: 'Đã đến ngày xem lại. Kiểm tra nguồn, đặt ngày xem lại mới rồi nhờ người khác duyệt.',
  key_doubted: 'Số liệu bài thi cho thấy đáp án có thể sai. Kiểm tra và sửa đáp án nếu cần.',
}
export const LIST_NAMES = { published: 'Đang dùng', draft: 'Bản nháp', retired: 'Đã ngừng dùng' }
export const VERSION_NAMES: Record<Version['state'], string> = {
  draft: 'Bản nháp',
  published: 'Đang dùng',
  superseded: 'Bản cũ',
  discarded: 'Đã bỏ',
}
export const ORIGIN_NAMES: Record<Version['origin'], string> = {
  file: 'có sẵn khi cài đặt',
  staff: 'soạn tại đây',
  import: 'nhập từ tệp',
}

const FIELD_NAMES: Record<string, string> = {
  key: 'Đáp án',
  options: 'Phương án',
  explanation: 'Giải thích',
  sources: 'Nguồn',
  unverified: 'Chưa xác nhận',
  reviewBy: 'Ngày xem lại',
  checkedOn: 'Ngày kiểm tra',
}
const PROBLEM_NAMES: Record<string, string> = {
  not_an_option: 'không trỏ vào phương án nào',
  one_expected: 'phải là đúng một phương án',
  all_expected: 'phải xếp đủ mọi phương án',
  true_false_expected: 'phải là Đúng và Sai',
  twice: 'có hai phương án giống nhau',
  missing: 'chưa viết',
  no_link: 'chưa có nguồn nào có đường dẫn',
  not_confirmed: 'còn điều chưa ai xác nhận',
  past: 'đã qua, cần đặt ngày mới',
  to_come: 'ở sau hôm nay',
}

/** "Nguồn: chưa có nguồn nào có đường dẫn" */
export function problemWords({ field, problem }: { field: string; problem: string }) {
  return `${FIELD_NAMES[field] ?? field}: ${PROBLEM_NAMES[problem] ?? problem}`
}

export const letterOf = (place: number) => String.fromCharCode(65 + place)

/** The key as people read it: "B", "A, C", "C → A → B". */
export function keyWords(kind: Kind, key: readonly number[]) {
  if (kind === 'ordering') return key.map(letterOf).join(' → ')
  return [...key]
    .sort((a, b) => a - b)
    .map(letterOf)
    .join(', ')
}

export function optionsOf<Value extends string>(words: Record<Value, string>) {
  // The keys of a record of words are the values they stand for.
  return (Object.keys(words) as Value[]).map((value) => ({ value, label: words[value] }))
}
