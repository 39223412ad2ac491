// @ts-check
import { Refusal } from '../spreadsheets/refusal.mjs'
import { childAt, childrenOf, readXml, textOf } from './xml-tree.mjs'

/** @typedef {import('./xml-tree.mjs').XmlNode} XmlNode */
/** @typedef {import('./moodle-xml.ts').MoodleQuestion} MoodleQuestion */

/** The questions of a Moodle XML file as they stand there. @param {Buffer} bytes @returns {MoodleQuestion[]} */
export function readMoodleQuestions(bytes) {
  const quiz = childAt(readXml(bytes), 'quiz')
  if (!quiz) throw new Refusal('spreadsheet.unreadable')
  return childrenOf(quiz, 'question').map((question) => ({
    type: question.attributes.type ?? '',
    category: textOf(childAt(question, 'category', 'text')).trim(),
    text: formatted(childAt(question, 'questiontext')),
    feedback: formatted(childAt(question, 'generalfeedback')),
    isSingle: !/^(false|0)$/.test(textOf(childAt(question, 'single')).trim()),
    answers: childrenOf(question, 'answer').map((answer) => ({
      ...formatted(answer),
      fraction: Number(answer.attributes.fraction ?? 0),
    })),
    tags: childrenOf(childAt(question, 'tags'), 'tag').map((tag) => textOf(childAt(tag, 'text')).trim()),
  }))
}

/** @param {XmlNode | undefined} node */
function formatted(node) {
  return {
    text: textOf(childAt(node, 'text')),
    isPlain: /^(plain_text|markdown)$/.test(node?.attributes.format ?? ''),
    hasFile: childrenOf(node, 'file').length > 0,
  }
}
