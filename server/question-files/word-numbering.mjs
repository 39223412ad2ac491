// @ts-check
import { childAt, childrenOf } from './xml-tree.mjs'

/** @typedef {import('./xml-tree.mjs').XmlNode} XmlNode */
/** @typedef {{ format: string, text: string, start: number }} Level */

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz'

/**
 * What Word prints before a paragraph that it numbers itself ("Câu 3.", "B."), which stands nowhere in the text.
 * @param {XmlNode | undefined} part
 */
export function readNumbering(part) {
  const root = childAt(part, 'w:numbering')
  const shapes = new Map(childrenOf(root, 'w:abstractNum').map((shape) => [shape.attributes['w:abstractNumId'], shape]))
  const lists = new Map(
    childrenOf(root, 'w:num').map((list) => [
      list.attributes['w:numId'],
      { shape: attributeOf(childAt(list, 'w:abstractNumId')), levels: levelsOf(list, shapes) },
    ]),
  )
  /** Lists of the same shape count on, as Word does. @type {Map<string, number[]>} */
  const counts = new Map()

  /** @param {XmlNode | undefined} properties @returns {string} */
  return (properties) => {
    const list = lists.get(attributeOf(childAt(properties, 'w:numId')))
    const depth = Number(attributeOf(childAt(properties, 'w:ilvl')) || 0)
    const level = list?.levels.get(depth)
    if (!list || !level) return ''
    const counted = counts.get(list.shape) ?? []
    counts.set(list.shape, counted)
    counted[depth] = (counted[depth] ?? level.start - 1) + 1
    counted.length = depth + 1
    return level.text.replace(/%([1-9])/g, (_, place) => {
      const at = Number(place) - 1
      return write(counted[at] ?? 1, list.levels.get(at)?.format ?? 'decimal')
    })
  }
}

/** @param {XmlNode} list @param {Map<string | undefined, XmlNode>} shapes @returns {Map<number, Level>} */
function levelsOf(list, shapes) {
  const shape = shapes.get(attributeOf(childAt(list, 'w:abstractNumId')))
  const own = childrenOf(list, 'w:lvlOverride').flatMap((override) => childrenOf(override, 'w:lvl'))
  return new Map(
    [...childrenOf(shape, 'w:lvl'), ...own].map((level) => [
      Number(level.attributes['w:ilvl']),
      {
        format: attributeOf(childAt(level, 'w:numFmt')),
        text: attributeOf(childAt(level, 'w:lvlText')),
        start: Number(attributeOf(childAt(level, 'w:start')) || 1),
      },
    ]),
  )
}

/** @param {XmlNode | undefined} node @returns {string} */
function attributeOf(node) {
  return node?.attributes['w:val'] ?? ''
}

/** @param {number} count @param {string} format @returns {string} */
function write(count, format) {
  const letter = ALPHABET[(count - 1) % ALPHABET.length] ?? ''
  if (format === 'upperLetter') return letter.toUpperCase()
  if (format === 'lowerLetter') return letter
  if (format === 'upperRoman') return roman(count)
  if (format === 'lowerRoman') return roman(count).toLowerCase()
  return format === 'bullet' || format === 'none' ? '' : String(count)
}

/** @type {[number, string][]} */
const ROMAN = [
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
]

/** @param {number} count @returns {string} */
function roman(count) {
  const found = ROMAN.find(([value]) => value <= count)
  return found ? found[1] + roman(count - found[0]) : ''
}
