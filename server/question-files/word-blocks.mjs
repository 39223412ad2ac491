// @ts-check
import { listEntries, unpack } from '../spreadsheets/open-zip.mjs'
import { Refusal } from '../spreadsheets/refusal.mjs'
import { readNumbering } from './word-numbering.mjs'
import { childAt, childrenOf, readXml } from './xml-tree.mjs'

/** @typedef {import('./xml-tree.mjs').XmlNode} XmlNode */
/** @typedef {import('./word-file.ts').WordBlock} WordBlock */
/** @typedef {import('./word-file.ts').WordParagraph} WordParagraph */

const DOCUMENT = 'word/document.xml'
const NUMBERING = 'word/numbering.xml'
/** Of one part: what the library must hold as a tree. */
const MOST_XML = 6_000_000
const MACRO = /(^|\/)(vbaProject[^/]*\.bin|vbaData\.xml|activeX)($|\/)/i
const MACRO_TYPE = /macroEnabled|relationships\/vbaProject/i
const LISTS_PARTS = /^\[Content_Types\]\.xml$|\.rels$/i

/** What was deleted, fields' instructions, and a second telling of the same for old programs. */
const LEFT_OUT = new Set(['w:del', 'w:moveFrom', 'w:instrText', 'w:delText', 'mc:Fallback', 'w:rPr', 'w:pPr'])
const PICTURES = new Set(['w:drawing', 'w:pict', 'w:object', 'm:oMath', 'm:oMathPara'])
/** @type {Record<string, string>} */
const SIGNS = { 'w:tab': '\t', 'w:br': '\n', 'w:cr': '\n', 'w:noBreakHyphen': '-' }

/**
 * The paragraphs and tables of a .docx file in their order. No more than two parts are read, nothing outside the
 * file is ever asked for, and one with macros is refused. @param {Buffer} zip @returns {WordBlock[]}
 */
export function readWordBlocks(zip) {
  const entries = listEntries(zip).filter(({ name }) => !name.endsWith('/'))
  if (entries.some(({ name }) => MACRO.test(name))) throw new Refusal('spreadsheet.unreadable')
  for (const entry of entries)
    if (LISTS_PARTS.test(entry.name) && MACRO_TYPE.test(part(entry).toString('latin1')))
      throw new Refusal('spreadsheet.unreadable')
  const document = entries.find(({ name }) => name === DOCUMENT)
  if (!document) throw new Refusal('spreadsheet.unreadable')
  const numbering = entries.find(({ name }) => name === NUMBERING)
  const labels = readNumbering(numbering ? readXml(part(numbering)) : undefined)
  const body = childAt(readXml(part(document)), 'w:document', 'w:body')
  return body ? blocksOf(body, labels) : []
}

/** @param {import('../spreadsheets/open-zip.mjs').ZipEntry} entry */
function part(entry) {
  if (entry.size > MOST_XML) throw new Refusal('spreadsheet.too_large')
  return unpack(entry)
}

/** @param {XmlNode} parent @param {ReturnType<typeof readNumbering>} labels @returns {WordBlock[]} */
function blocksOf(parent, labels) {
  return parent.children.flatMap((child) => {
    if (typeof child === 'string') return []
    if (child.name === 'w:p') return [paragraphOf(child, labels)]
    if (child.name === 'w:tbl') return [tableOf(child, labels)]
    // Content controls, custom tags and tracked insertions hold paragraphs of their own.
    return ['w:sdt', 'w:sdtContent', 'w:customXml', 'w:ins'].includes(child.name) ? blocksOf(child, labels) : []
  })
}

/** @param {XmlNode} table @param {ReturnType<typeof readNumbering>} labels @returns {WordBlock} */
function tableOf(table, labels) {
  const rows = childrenOf(table, 'w:tr').map((row) =>
    childrenOf(row, 'w:tc').map((cell) =>
      blocksOf(cell, labels).flatMap((block) => ('rows' in block ? block.rows.flat(2) : [block])),
    ),
  )
  return { rows }
}

/** @param {XmlNode} node @param {ReturnType<typeof readNumbering>} labels @returns {WordParagraph} */
function paragraphOf(node, labels) {
  const label = labels(childAt(node, 'w:pPr', 'w:numPr'))
  /** @type {WordParagraph} */
  const paragraph = { runs: label === '' ? [] : [{ text: `${label} `, underlined: false }], hasPicture: false }
  collect(node, paragraph, false)
  return paragraph
}

/** @param {XmlNode} node @param {WordParagraph} paragraph @param {boolean} underlined */
function collect(node, paragraph, underlined) {
  for (const child of node.children) {
    if (typeof child === 'string' || LEFT_OUT.has(child.name)) continue
    if (PICTURES.has(child.name)) paragraph.hasPicture = true
    else if (child.name === 'w:r') collect(child, paragraph, isUnderlined(child))
    else if (child.name === 'w:t') add(paragraph, child.children.join(''), underlined)
    else if (SIGNS[child.name]) add(paragraph, SIGNS[child.name] ?? '', false)
    else collect(child, paragraph, underlined)
  }
}

/** @param {WordParagraph} paragraph @param {string} text @param {boolean} underlined */
function add({ runs }, text, underlined) {
  const last = runs.at(-1)
  if (last && last.underlined === underlined) last.text += text
  else runs.push({ text, underlined })
}

/** @param {XmlNode} run */
function isUnderlined(run) {
  const underline = childAt(run, 'w:rPr', 'w:u')
  return underline !== undefined && underline.attributes['w:val'] !== 'none'
}
