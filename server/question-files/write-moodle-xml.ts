import { joinExplanation } from './explanation-lines.ts'
import { escapeXml, htmlOfText } from './html-text.ts'
import { pathOf, shareOf, tagsOf } from './moodle-words.ts'
import type { WrittenQuestion } from './read-question.ts'

/** A file that Moodle imports: a category before each run of questions of one topic. */
export function writeMoodleXml(questions: readonly WrittenQuestion[]): Buffer {
  const parts = questions.map((question, at) => {
    const isSameTopic = questions[at - 1]?.topic === question.topic
    return isSameTopic ? questionOf(question) : `${categoryOf(question.topic)}${questionOf(question)}`
  })
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${parts.join('')}</quiz>\n`)
}

function categoryOf(topic: string) {
  return `<question type="category"><category>${text(pathOf(topic))}</category></question>\n`
}

function questionOf(question: WrittenQuestion) {
  const { type, settings, answers } = ANSWERS[question.kind](question)
  const tags = tagsOf(question).map((tag) => `<tag>${text(tag)}</tag>`)
  return [
    `<question type="${type}">`,
    `<name>${text(question.code)}</name>`,
    `<questiontext format="html">${html(question.text)}</questiontext>`,
    `<generalfeedback format="html">${html(joinExplanation(question))}</generalfeedback>`,
    '<defaultgrade>1</defaultgrade><hidden>0</hidden>',
    `<idnumber>${escapeXml(question.code)}</idnumber>`,
    ...settings,
    ...answers,
    ...(tags.length > 0 ? [`<tags>${tags.join('')}</tags>`] : []),
    '</question>\n',
  ].join('\n')
}

type Written = { type: string; settings: string[]; answers: string[] }

const ANSWERS: Record<WrittenQuestion['kind'], (question: WrittenQuestion) => Written> = {
  single: choice,
  multiple: choice,
  true_false: ({ key }) => ({
    type: 'truefalse',
    settings: [],
    answers: ['true', 'false'].map(
      (word, place) =>
        `<answer fraction="${key.includes(place) ? 100 : 0}" format="moodle_auto_format">${text(word)}</answer>`,
    ),
  }),
  ordering: ({ options, key }) => ({
    type: 'ordering',
    settings: [
      '<layouttype>VERTICAL</layouttype><selecttype>ALL</selecttype><selectcount>0</selectcount>',
      '<gradingtype>ALL_OR_NOTHING</gradingtype><showgrading>SHOW</showgrading><numberingstyle>abc</numberingstyle>',
    ],
    answers: key.map((place, at) => answer(options[place] ?? '', String(at + 1))),
  }),
}

function choice({ kind, options, key }: WrittenQuestion): Written {
  const isSingle = kind === 'single'
  const share = shareOf(key.length)
  return {
    type: 'multichoice',
    settings: [
      `<single>${isSingle}</single><shuffleanswers>true</shuffleanswers><answernumbering>ABCD</answernumbering>`,
    ],
    answers: options.map((option, place) => answer(option, key.includes(place) ? share : isSingle ? '0' : '-100')),
  }
}

function answer(option: string, fraction: string) {
  return `<answer fraction="${fraction}" format="html">${html(option)}</answer>`
}

/** What XML cannot hold is left out. */
const text = (words: string) =>
  `<text>${escapeXml(words.replace(/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu, ''))}</text>`
const html = (words: string) => text(words === '' ? '' : htmlOfText(words))
