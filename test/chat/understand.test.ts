import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readFolded, readForSearch, readLetter, readNumber, readYesNo } from '../../server/chat/understand.rules.ts'

describe('what somebody typed', () => {
  test.each([
    ['Gặp cán bộ với ạ', 'gap can bo'],
    ['ad ơi cho e hỏi', 'cho e hoi'],
    ['Dạ cho em hỏi chuyển trường', 'chuyen truong'],
    ['QUAY LẠI ĐI', 'quay lai'],
    ['  mik mún làm trắc nghiệm nha  ', 'lam trac nghiem'],
    ['bn ơi', 'ban oi'],
    ['hết bn tiền', 'het bao nhieu tien'],
    ['cần gt j', 'can giay to gi'],
    ['dạ', 'da'],
    ['A ạ', 'a'],
    ['👋🏻', ''],
  ])('"%s" is compared as "%s"', (typed, folded) => {
    expect(readFolded(typed)).toBe(folded)
  })

  test.each([
    ...[
      'có',
      'Co',
      'ừ',
      'U',
      'vâng ạ',
      'Dạ',
      'dạ vâng',
      'dạ có ạ',
      'đúng',
      'đúng rồi',
      'ok',
      'OKE',
      'okie nha',
      '👍',
      '👍🏽',
    ],
  ])('"%s" is a yes', (typed) => {
    expect(readYesNo(typed)).toBe('yes')
  })

  test.each(['không', 'Khong', 'k', 'ko', 'K ạ', 'hok', 'hem', 'dạ không', 'không có', 'chưa', 'dạ chưa ạ', '👎'])(
    '"%s" is a no',
    (typed) => {
      expect(readYesNo(typed)).toBe('no')
    },
  )

  test.each([
    ...[
      '',
      ' ',
      'không rõ lắm',
      'có tên trong sổ',
      'dừng',
      'Dừng lại',
      'okok k',
      'cô ơi',
      'kho',
      '🙂',
      'khong biet',
      'con',
    ],
  ])('"%s" is neither', (typed) => {
    expect(readYesNo(typed)).toBeUndefined()
  })

  test.each([
    ['2', 2],
    ['số 2', 2],
    ['chọn 3 ạ', 3],
    ['câu 1', 1],
    ['(4)', 4],
    ['2️⃣', 2],
    ['hai', 2],
    ['1.', 1],
    ['lớp 2', undefined],
    ['2 con', undefined],
    ['123', undefined],
  ])('"%s" picks line %s', (typed, number) => {
    expect(readNumber(typed)).toBe(number)
  })

  test.each([
    ['A', 0],
    ['b nha', 1],
    ['câu c', 2],
    ['đáp án D', 3],
    ['ab', undefined],
    ['a b', undefined],
  ])('"%s" is answer %s', (typed, at) => {
    expect(readLetter(typed)).toBe(at)
  })

  test('the search is asked with the marks that were typed', () => {
    expect(readForSearch('mất\u200b  bằng, hem bít làm seo')).toBe('mất bằng, không biết làm seo')
  })

  test('anything at all is read without failing, and reading it again changes nothing', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc
        .array(fc.constantFrom('dạ', 'ạ', 'k', 'bn', 'oi', 'A', 'cho em hỏi', 'z', '1.005092', 'tt29', '👍', 'đi', 'a'))
        .map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(anything, (text) => {
        const folded = readFolded(text)
        expect(readFolded(folded)).toBe(folded)
        expect(readForSearch(readForSearch(text))).toBe(readForSearch(text))
        for (const read of [readYesNo, readNumber, readLetter]) read(text)
      }),
      { numRuns: 500 },
    )
  })
})
