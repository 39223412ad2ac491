/** Word in the form teachers use (Azota), our spreadsheet, and Moodle's two. */
export const FILE_FORMATS = ['docx', 'xlsx', 'xml', 'gift'] as const
export type FileFormat = (typeof FILE_FORMATS)[number]

/** What may be wrong with a question of a file, or with the file as a whole. */
export const FILE_PROBLEMS = [
  'no_questions',
  'too_many_questions',
  'missing_column',
  'unknown_column',
  'unreadable_question',
  'unsupported_kind',
  'has_picture',
  'repeated_number',
  'text_missing',
  'text_too_long',
  'one_option',
  'too_many_options',
  'letter_gap',
  'empty_option',
  'option_too_long',
  'duplicate_option',
  'no_key',
  'ambiguous_key',
  'key_not_an_option',
  'underline_differs',
  'answer_without_question',
  'explanation_too_long',
  'legal_source_too_long',
  'unknown_kind',
  'unknown_topic',
  'unknown_difficulty',
  'unknown_audience',
  'bad_source',
  'duplicate_in_file',
  'duplicate_in_bank',
] as const
export type FileProblem = (typeof FILE_PROBLEMS)[number]
