import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { LONGEST_TEXT } from '../../server/chat/chat.schemas.ts'
import { splitSay, splitText, writeOut } from '../../server/chat/write-out.ts'

const lengthOf = (text: string) => [...text].length
const words = fc
  .array(
    fc.oneof(fc.string({ unit: 'grapheme', maxLength: 12 }), fc.constantFrom('thủ tục.', '\n', '\n\n', '👩‍🏫', 'đ')),
    {
      maxLength: 400,
    },
  )
  .map((parts) => parts.join(' '))
const withoutSpaces = (text: string) => text.replace(/\s+/g, '').normalize('NFC')

describe('a long text', () => {
  test('no part is longer than allowed, none is empty, and nothing but spaces is lost', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 20, max: 200 }), (text, longest) => {
        const parts = splitText(text, longest)
        expect(parts.every((part) => lengthOf(part) <= longest && part.trim() !== '')).toBe(true)
        expect(withoutSpaces(parts.join(' '))).toBe(withoutSpaces(text))
      }),
    )
  })

  test('no letter is cut in two', () => {
    const parts = splitText('👩‍🏫'.repeat(40), 25)
    expect(parts.join('').includes('\uFFFD')).toBe(false)
    for (const part of parts) expect(part).not.toMatch(/\p{Surrogate}/u)
  })

  test('it is cut between paragraphs, else between sentences, else between words', () => {
    const sentence = 'Anh chị nộp hồ sơ tại bộ phận một cửa.'
    expect(splitText(`${sentence}\n\n${sentence} ${sentence}`, 100)).toEqual([sentence, `${sentence} ${sentence}`])
    expect(splitText(`${sentence} ${sentence}`, 50)).toEqual([sentence, sentence])
    expect(splitText('một hai ba bốn năm sáu', 12)).toEqual(['một hai ba', 'bốn năm sáu'])
  })
})

describe('what can be chosen', () => {
  const options = ['Xem hồ sơ', 'Hỏi việc khác'].map((label) => ({ label, payload: label }))

  test('stands in numbered lines, whatever the channel shows beside them', () => {
    const links = [{ title: 'Mở trang', url: 'https://example.vn/a' }]
    expect(writeOut({ text: 'Anh/chị chọn', options, links })).toBe(
      'Anh/chị chọn\n\n1. Xem hồ sơ\n2. Hỏi việc khác\n\nMở trang: https://example.vn/a',
    )
  })

  test('stands under the last part, and every part is short enough', () => {
    fc.assert(
      fc.property(words, (text) => {
        const parts = splitSay({ text: text.repeat(8) || 'a', options })
        expect(parts.every((part) => lengthOf(writeOut(part)) <= LONGEST_TEXT)).toBe(true)
        expect(parts.map((part) => part.options?.length ?? 0)).toEqual(
          parts.map((_, at) => (at < parts.length - 1 ? 0 : 2)),
        )
      }),
      { numRuns: 50 },
    )
  })

  test('letters are put together as one code point each', () => {
    expect(writeOut({ text: 'Tây Ninh'.normalize('NFD') })).toBe('Tây Ninh'.normalize('NFC'))
  })
})
