import fc from 'fast-check'
import { tidy } from '../../server/question-files/html-text.ts'
import type { ReadFile, WrittenQuestion } from '../../server/question-files/read-question.ts'
import { DIFFICULTIES, QUIZ_AUDIENCES } from '../../server/quizzes/questions.schemas.ts'

const PIECES = [
  'Thủ tục hành chính',
  'được giải quyết',
  'trong bao lâu?',
  'Nghị quyết 76/NQ-CP',
  '“Một cửa”',
  'Tây Ninh',
  'ơ ư đ Đ ề',
  '~',
  '=',
  '#',
  '{',
  '}',
  ':',
  '::',
  '\\',
  '\\n',
  '####',
  '->',
  '%50%',
  '%',
  '[html]',
  '[plain]',
  '//',
  '$CATEGORY:',
  '<b>',
  '</p>',
  '<br>',
  '&amp;',
  '&',
  '<',
  '>',
  '"',
  "'",
  ']]>',
  '<![CDATA[',
  '=1+1',
  '+84',
  '-5',
  '@a',
  'A.',
  'B)',
  '\t',
  '\n',
  '😀',
  '_x0041_',
  '1',
]
const words = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ maxLength: 6, unit: 'grapheme-ascii' })), {
    minLength: 1,
    maxLength: 8,
  })
  .map((pieces) => tidy(pieces.join(' ')))
/** Its last lines must not be those that tell where it comes from. */
const isNoSource = (text: string) => !/^(Căn cứ|Văn bản|Nguồn):/m.test(text)
const oneLine = words.map((text) => tidy(text.replaceAll('\n', ' ')))
const source = fc.record({
  title: oneLine.map((text) => `Cổng thông tin ${text}`.trim()).filter((text) => !/https?:/.test(text)),
  url: fc.option(fc.constantFrom('https://tayninh.gov.vn/cchc?a=1&b=2', 'http://moet.gov.vn/van-ban#dieu-3'), {
    nil: null,
  }),
})
const about = {
  code: fc.integer({ min: 1, max: 999 }).map((number) => `CCHC-${number}`),
  topic: fc.constantFrom('cchc', 'dvc', 'Một cửa / liên thông'),
  text: words.map((text) => tidy(`Câu hỏi ${text}`)),
  explanation: words.filter(isNoSource),
  legalSource: fc.option(
    oneLine.map((text) => `NQ ${text}`.trim()),
    { nil: null },
  ),
  documentNumber: fc.option(fc.constantFrom('76/NQ-CP', '61/2018/NĐ-CP'), { nil: null }),
  sources: fc.array(source, { maxLength: 2 }),
  difficulty: fc.constantFrom(...DIFFICULTIES),
  audiences: fc.subarray([...QUIZ_AUDIENCES], { minLength: 1 }),
}
const options = fc.uniqueArray(
  words.filter((text) => text !== ''),
  {
    minLength: 2,
    maxLength: 8,
    selector: (text) => text.toLowerCase().split(/\s+/).join(' '),
  },
)
const choice = fc
  .record({ ...about, options, places: fc.array(fc.nat({ max: 7 }), { minLength: 1, maxLength: 8 }) })
  .map(({ places, ...question }): WrittenQuestion => {
    const key = [...new Set(places.map((place) => place % question.options.length))].sort((a, b) => a - b)
    return { ...question, key, kind: key.length > 1 ? 'multiple' : 'single' }
  })
const trueFalse = fc.record({ ...about, right: fc.nat({ max: 1 }) }).map(
  ({ right, ...question }): WrittenQuestion => ({
    ...question,
    kind: 'true_false',
    options: ['Đúng', 'Sai'],
    key: [right],
  }),
)
const ordering = fc
  .record({ ...about, options })
  .map(
    (question): WrittenQuestion => ({ ...question, kind: 'ordering', key: question.options.map((_, place) => place) }),
  )

const written = fc.oneof(choice, trueFalse, ordering)
export const fewQuestions = fc.array(written, { minLength: 1, maxLength: 6 })
export const manyQuestions = fc.array(written, { minLength: 60, maxLength: 80, size: 'max' })

/** What came back, as it would be written again: headings are topics there. */
export const asWritten = ({ questions, problems }: ReadFile) => {
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return questions.map(({ number: _, heading, topic, ...question }) => ({ ...question, topic: topic ?? heading }))
}
export const withoutCode = (questions: WrittenQuestion[]) => questions.map(({ code: _, ...question }) => question)
