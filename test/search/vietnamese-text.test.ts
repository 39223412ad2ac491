import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fold, foldedWords, telexReadings, words } from '../../server/search/vietnamese-text.ts'

const LETTERS = 'aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ'
const vietnamese = fc.array(fc.constantFrom(...LETTERS, ' '), { maxLength: 40 }).map((letters) => letters.join(''))

describe('Vietnamese as it is compared', () => {
  test('"đường" and "duong" are the same; "đ" is a letter that no mark can be taken from', () => {
    expect([fold('Đường'), fold('đĐ'), fold('Nguyễn Thị Ánh')]).toEqual(['duong', 'dd', 'nguyen thi anh'])
  })

  test('folding leaves no mark, whatever was written, and folding again changes nothing', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(fold(text)).toMatch(/^[a-z ]*$/)
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
  })

  test('composed and decomposed letters, capitals and small ones compare alike', () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(fold(text.normalize('NFD'))).toBe(fold(text))
        expect(fold(text.toUpperCase())).toBe(fold(text))
        expect(foldedWords(text.normalize('NFD'))).toEqual(foldedWords(text))
      }),
    )
  })

  test('any text at all is read without an error, and every word is somewhere in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), (text) => {
        const whole = text.normalize('NFC').toLowerCase()
        for (const { written } of words(text)) expect(whole).toContain(written)
      }),
    )
  })

  test.each([
    ['1.005092', ['1.005092']],
    ['61/2018', ['61/2018']],
    ['Nghị định 61/2018/NĐ-CP', ['nghi', 'dinh', '61/2018/nd-cp']],
    ['một cửa/liên thông', ['mot', 'cua', 'lien', 'thong']],
    ['tt29', ['tt', '29']],
  ])('%s is the words %j', (text, folded) => {
    expect(foldedWords(text)).toEqual(folded)
  })

  test.each([
    ['truwowngf', 'truong'],
    ['chuyeenr', 'chuyen'],
    ['hocj', 'hoc'],
    ['ddaij', 'dai'],
  ])('what the keyboard left in "%s" may be "%s"', (typed, meant) => {
    expect(telexReadings(typed)).toContain(meant)
  })
})
