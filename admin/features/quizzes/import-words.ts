import type { components } from '../../api/schema.gen.ts'

export type ImportReport = components['schemas']['QuestionImportReport']
export type ImportProblem = ImportReport['problems'][number]

/** What is wrong, after "Câu n: "; `…` stands where the letter, word or code is put. */
export const IMPORT_PROBLEM_WORDS: Record<ImportProblem['code'], string> = {
  no_questions: 'không tìm thấy câu hỏi nào trong tệp',
  too_many_questions: 'tệp có quá 1.000 câu, hãy chia thành nhiều tệp',
  missing_column: 'thiếu cột …',
  unknown_column: 'không có cột nào tên là …',
  unreadable_question: 'không đọc được câu này, hãy xem lại cách viết',
  unsupported_kind: 'loại câu này chưa dùng được, chỉ nhận chọn một, chọn nhiều, đúng sai và xếp thứ tự',
  has_picture: 'có hình hoặc công thức, hãy thay bằng chữ',
  repeated_number: 'số câu này có nhiều hơn một lần',
  text_missing: 'chưa có nội dung câu hỏi',
  text_too_long: 'nội dung dài quá 2.000 ký tự',
  one_option: 'phải có ít nhất hai phương án',
  too_many_options: 'có quá 8 phương án',
  letter_gap: 'thiếu phương án …',
  empty_option: 'phương án … để trống',
  option_too_long: 'phương án … dài quá 500 ký tự',
  duplicate_option: 'hai phương án … giống nhau',
  no_key: 'chưa có đáp án',
  ambiguous_key: 'đáp án không rõ',
  key_not_an_option: 'đáp án … không có trong các phương án',
  underline_differs: 'gạch chân khác bảng đáp án (…)',
  answer_without_question: 'có trong bảng đáp án nhưng không có câu hỏi',
  explanation_too_long: 'lời giải dài quá 2.000 ký tự',
  legal_source_too_long: 'căn cứ dài quá 300 ký tự',
  unknown_kind: 'không có loại câu nào tên là …',
  unknown_topic: 'không có chủ đề nào tên là …',
  unknown_difficulty: 'không có mức độ nào tên là …',
  unknown_audience: 'không rõ đối tượng …',
  bad_source: 'nguồn phải có tên, và đường dẫn phải viết đủ',
  duplicate_in_file: 'giống câu … trong tệp',
  duplicate_in_bank: 'đã có trong ngân hàng, mã …',
}

/** "Câu 3: thiếu phương án B." */
export function problemLine({ number, code, detail }: ImportProblem) {
  const words = IMPORT_PROBLEM_WORDS[code].replace(' (…)', detail ? ` (${detail})` : '').replace('…', detail ?? '')
  return { about: number === null ? 'Cả tệp' : `Câu ${number}`, words: `${words.trim()}.` }
}

const FORMATS: Record<string, 'docx' | 'xlsx' | 'xml' | 'gift'> = {
  docx: 'docx',
  xlsx: 'xlsx',
  xml: 'xml',
  gift: 'gift',
  txt: 'gift',
}
export const ACCEPTED = Object.keys(FORMATS)
  .map((ending) => `.${ending}`)
  .join(',')

export const formatOf = (fileName: string) => FORMATS[fileName.split('.').at(-1)?.toLowerCase() ?? '']
