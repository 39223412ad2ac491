import { asTrueFalse, finishFile } from './check-question.ts'
import { splitExplanation } from './explanation-lines.ts'
import { type GiftBlock, splitGift } from './gift-blocks.ts'
import { hasPicture, textOfHtml, tidy } from './html-text.ts'
import { lastOfPath, readTags } from './moodle-words.ts'
import { type ReadFile, type ReadProblem, type ReadQuestion, TRUE_FALSE } from './read-question.ts'

/** Placeholders for escaped signs stand in a private part of Unicode, so that a bare sign is always one of GIFT's own. */
const SIGNS = ['~', '=', '#', '{', '}', ':', '\\', '\n']
const FIRST_PLACEHOLDER = 0xe000
const PLACEHOLDERS = /[\ue000-\ue007]/g
const FORMAT = /^\[(html|plain|moodle|markdown)\]/
const WEIGHT = /^%(-?\d{1,3}(?:\.\d{0,8})?)%/
const TRUE_OR_FALSE = /^(T|TRUE|F|FALSE)$/
/** How Moodle's ordering type is told: how many, which, in what layout and how it is marked. */
const ORDERING = /^>\s{0,4}\d{0,3}(?:[ \t]{1,4}[A-Z_]{1,40}){0,8}/

type Format = 'html' | 'plain' | 'moodle' | 'markdown'
type Answers = Pick<ReadQuestion, 'kind' | 'options' | 'key'>

/** GIFT: choices, percentages for several right ones, true or false, ordering. */
export function readGift(text: string): ReadFile {
  const problems: ReadProblem[] = []
  const questions: ReadQuestion[] = []
  let heading = ''
  let number = 0
  for (const block of splitGift(escapesToPlaceholders(text))) {
    if (block.category !== undefined) {
      heading = lastOfPath(restore(block.category))
      continue
    }
    number += 1
    const question = toQuestion(block, number, problems)
    if (question) questions.push({ ...question, ...(heading === '' ? {} : { heading }) })
  }
  return finishFile(questions, problems)
}

function toQuestion(block: GiftBlock, number: number, problems: ReadProblem[]): ReadQuestion | undefined {
  const { before, inside, after, tags } = block
  if (inside === undefined) {
    problems.push({ number, code: 'unreadable_question' })
    return undefined
  }
  const { text, format } = withFormat(after === '' ? before : `${before} _____ ${after}`, 'moodle')
  const [body = '', feedback = ''] = splitOnce(inside, '####')
  const answers = answersOf(body.trim(), format)
  if (typeof answers === 'string') {
    problems.push({ number, code: answers })
    return undefined
  }
  if (format !== 'plain' && hasPicture(`${restore(text)} ${restore(inside)}`))
    problems.push({ number, code: 'has_picture' })
  return asTrueFalse({
    number,
    ...answers,
    text: shown(text, format),
    ...splitExplanation(read(feedback, format)),
    ...readTags(tags.map(restore)),
  })
}

function answersOf(body: string, format: Format): Answers | 'unsupported_kind' | 'ambiguous_key' {
  const word = splitOnce(body, '#')[0]?.trim() ?? ''
  if (TRUE_OR_FALSE.test(word))
    return { kind: 'true_false', options: [...TRUE_FALSE], key: [word.startsWith('T') ? 0 : 1] }
  if (body.startsWith('>')) return orderingOf(body, format)
  if (!body.includes('~')) return 'unsupported_kind'
  return choicesOf(body, format)
}

function choicesOf(body: string, format: Format): Answers | 'ambiguous_key' {
  const pieces = body
    .replaceAll('=', '~=')
    .split('~')
    .map((piece) => piece.trim())
  if (pieces[0] === '') pieces.shift()
  const choices = pieces.map((piece) => {
    const isWhole = piece.startsWith('=')
    const weight = isWhole ? null : WEIGHT.exec(piece)
    const option = splitOnce(piece.slice(isWhole ? 1 : (weight?.[0].length ?? 0)), '#')[0] ?? ''
    return { option: read(option, format), isWhole, share: weight ? Number(weight[1]) : 0 }
  })
  const whole = choices.flatMap(({ isWhole, share }, place) => (isWhole || share >= 100 ? [place] : []))
  const right = choices.flatMap(({ isWhole, share }, place) => (isWhole || share > 0 ? [place] : []))
  const isSingle = choices.some(({ isWhole }) => isWhole)
  if (isSingle && whole.length > 1) return 'ambiguous_key'
  const options = choices.map(({ option }) => option)
  return isSingle ? { kind: 'single', options, key: whole } : { kind: 'multiple', options, key: right }
}

function orderingOf(body: string, format: Format): Answers {
  const items = body
    .replace(ORDERING, '')
    .split('\n')
    .map((line) => read(line, format))
    .filter((line) => line !== '')
  return { kind: 'ordering', options: items, key: items.map((_, place) => place) }
}

function escapesToPlaceholders(text: string): string {
  return text
    .replace(/[\ue000-\ue007\ufeff]/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/\\([~=#{}:\\n])/g, (_, sign: string) =>
      String.fromCharCode(FIRST_PLACEHOLDER + SIGNS.indexOf(sign === 'n' ? '\n' : sign)),
    )
}

const restore = (text: string) =>
  text.replace(PLACEHOLDERS, (placeholder) => SIGNS[placeholder.charCodeAt(0) - FIRST_PLACEHOLDER] ?? '')

const read = (text: string, from: Format) => {
  const found = withFormat(text.trim(), from)
  return shown(found.text, found.format)
}

function shown(text: string, format: Format): string {
  const restored = restore(text)
  return format === 'plain' || format === 'markdown'
    ? tidy(restored)
    : textOfHtml(restored.trim().replaceAll('\n', '<br>'))
}

function withFormat(text: string, from: Format): { text: string; format: Format } {
  const found = FORMAT.exec(text)
  if (!found) return { text, format: from }
  return { text: text.slice(found[0].length), format: found[1] as Format }
}

function splitOnce(text: string, sign: string): string[] {
  const at = text.indexOf(sign)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + sign.length)]
}
