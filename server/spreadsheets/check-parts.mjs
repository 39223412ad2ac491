// @ts-check
import { listEntries, packAgain, unpack } from './open-zip.mjs'
import { Refusal } from './refusal.mjs'

/** What the library must hold in memory twice; the rest of the 40 MB may be pictures. */
const MOST_XML = 16_000_000
export const MOST_ROWS = 20_000
export const MOST_COLUMNS = 60
/** The last row a spreadsheet can have. */
const LAST_ROW = 1_048_576

const XML = /\.(xml|rels|vml)$/i
const READ_BY_LIBRARY = /\.xml(\.rels)?$/
const MACRO = /(^|\/)(vbaProject[^/]*\.bin|macrosheets|dialogsheets|activeX|externalLinks)($|\/)/i
const MACRO_TYPE = /macroEnabled|relationships\/(externalLink|vbaProject)/i
const DECLARATION = /<!(DOCTYPE|ENTITY)/i
// Names are matched under any namespace prefix. White space is spelt out: \s would match inside UTF-8 letters.
const SHEET_DATA = /<(?:[^ \t\r\n<>/:]+:)?sheetData[ \t\r\n/>]/
const FORMULA = /<(?:[^ \t\r\n<>/:]+:)?f[ \t\r\n/>]/
const CELL = /<(?:[^ \t\r\n<>/:]+:)?c[ \t\r\n](?:[^<>]*[ \t\r\n])?r=["']([A-Z]{1,3}\d{1,7})["']/g
const PLACE = /<(?:[^ \t\r\n<>/:]+:)?(c|row)[ \t\r\n](?:[^<>]*[ \t\r\n])?r=["']([A-Z]{0,4})(\d{1,10})[^<>]*>/g

/** The parts the library reads, in a new archive, once every part of the given one was looked at. @param {Buffer} zip */
export function keepSafeParts(zip) {
  const entries = listEntries(zip).filter(({ name }) => !name.endsWith('/'))
  if (entries.some(({ name }) => MACRO.test(name))) throw new Refusal('spreadsheet.unreadable')
  const xml = entries.filter(({ name }) => XML.test(name)).reduce((total, { size }) => total + size, 0)
  if (xml > MOST_XML) throw new Refusal('spreadsheet.too_large')
  for (const entry of entries) {
    const content = unpack(entry)
    if (XML.test(entry.name)) checkXml(content)
  }
  return packAgain(entries.filter(({ name }) => READ_BY_LIBRARY.test(name)))
}

/** @param {Buffer} content */
function checkXml(content) {
  // Without a zero byte it is no UTF-16, in which the names below would not be found.
  if (content.includes(0)) throw new Refusal('spreadsheet.unreadable')
  const xml = content.toString('latin1')
  if (DECLARATION.test(xml) || MACRO_TYPE.test(xml)) throw new Refusal('spreadsheet.unreadable')
  if (SHEET_DATA.test(xml)) checkSheet(xml)
}

/** @param {string} xml */
function checkSheet(xml) {
  const formula = xml.search(FORMULA)
  if (formula >= 0) throw new Refusal('spreadsheet.has_formula', { cell: lastCell(xml.slice(0, formula)) })
  for (const [tag, kind, letters = '', row] of xml.matchAll(PLACE)) {
    const isEmpty = kind === 'row' || tag.endsWith('/>')
    const isOutside = isEmpty ? Number(row) > LAST_ROW : Number(row) > MOST_ROWS || column(letters) > MOST_COLUMNS
    if (isOutside) throw new Refusal('spreadsheet.too_large')
  }
}

/** @param {string} xml */
function lastCell(xml) {
  const near = xml.slice(Math.max(0, xml.lastIndexOf(' r=') - 1_000))
  return [...near.matchAll(CELL)].at(-1)?.[1] ?? null
}

/** @param {string} letters */
function column(letters) {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0)
}
