// @ts-check
import { XMLParser } from 'fast-xml-parser'
import { Refusal } from '../spreadsheets/refusal.mjs'

/** @typedef {{ name: string, attributes: Record<string, string>, children: (XmlNode | string)[] }} XmlNode */

const DECLARATION = /<!(DOCTYPE|ENTITY)/i
const DEEPEST = 200
/** Beginnings and ends; each costs the tree memory and time. A paper of 500 questions has 200,000. */
const MOST_TAGS = 500_000
const TAG_START = 0x3c
const ATTRIBUTES = ':@'
const TEXT = '#text'

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: DEEPEST,
  htmlEntities: true,
})

/** The elements of a file that names no entities of its own. @param {Buffer} bytes @returns {XmlNode} */
export function readXml(bytes) {
  // Without a zero byte it is no UTF-16, in which the names below would not be found.
  if (bytes.includes(0)) throw new Refusal('spreadsheet.unreadable')
  if (count(bytes, TAG_START) > MOST_TAGS) throw new Refusal('spreadsheet.too_large')
  const xml = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  if (DECLARATION.test(xml)) throw new Refusal('spreadsheet.unreadable')
  return { name: '', attributes: {}, children: toNodes(parser.parse(xml, true)) }
}

/** @param {Buffer} bytes @param {number} sought */
function count(bytes, sought) {
  let found = 0
  for (let at = bytes.indexOf(sought); at >= 0; at = bytes.indexOf(sought, at + 1)) found += 1
  return found
}

/** @param {Record<string, any>[]} ordered @returns {(XmlNode | string)[]} */
function toNodes(ordered) {
  return ordered.map((item) => {
    if (TEXT in item) return String(item[TEXT])
    const name = Object.keys(item).find((key) => key !== ATTRIBUTES) ?? ''
    return { name, attributes: item[ATTRIBUTES] ?? {}, children: toNodes(item[name]) }
  })
}

/** @param {XmlNode | undefined} node @param {string} name @returns {XmlNode[]} */
export function childrenOf(node, name) {
  /** @type {XmlNode[]} */
  const found = []
  for (const child of node?.children ?? []) if (typeof child !== 'string' && child.name === name) found.push(child)
  return found
}

/** @param {XmlNode | undefined} node @param {string[]} path @returns {XmlNode | undefined} */
export function childAt(node, ...path) {
  return path.reduce((/** @type {XmlNode | undefined} */ at, name) => childrenOf(at, name)[0], node)
}

/** @param {XmlNode | undefined} node @returns {string} */
export function textOf(node) {
  return (node?.children ?? []).map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}
