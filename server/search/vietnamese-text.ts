/** Lower case without marks, đ as d: the form in which Vietnamese is compared ("Đăng ký" → "dang ky"). */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
}

/** A word as it is compared, and as it was written; they differ where the writer used marks. */
export type Word = { folded: string; written: string }

/** Numbers of documents and procedures stay whole: `1.005092`, `61/2018`, `53/kh-ubnd`. */
const WORD = /[\p{L}\p{N}\p{M}]+(?:[./-](?=[\p{L}\p{N}])[\p{L}\p{N}\p{M}]+)*/gu

export function words(text: string): Word[] {
  return [...text.normalize('NFC').toLowerCase().matchAll(WORD)].flatMap(([written]) => splitWord(written))
}

export function foldedWords(text: string): string[] {
  return words(text).map((word) => word.folded)
}

function splitWord(written: string): Word[] {
  const folded = fold(written)
  if (/\d/.test(folded) && /[./-]/.test(folded)) return [{ folded, written }]
  return written
    .split(/[./-]/)
    .flatMap((part) => splitNumber(part))
    .map((part) => ({ folded: fold(part), written: part }))
}

/** `tt29` is "tt 29"; codes such as `c08` stay. */
function splitNumber(part: string): string[] {
  const match = /^(\p{L}{2,})(\d+)$/u.exec(part)
  return match?.[1] && match[2] ? [match[1], match[2]] : [part]
}

const VOWELS = 'aeiouy'

/**
 * What a word may have been before the keyboard left its Telex keys in it ("truowngf" → "truong"), folded.
 * Several readings are possible; the caller keeps those that exist.
 */
export function telexReadings(folded: string): string[] {
  if (!/^[a-z]+$/.test(folded)) return []
  const plain = folded
    .replace(/aa/g, 'a')
    .replace(/ee/g, 'e')
    .replace(/oo/g, 'o')
    .replace(/dd/g, 'd')
    .replace(/([uoa])w/g, '$1')
  const readings = new Set([plain, plain.replaceAll('w', ''), plain.replaceAll('w', 'u')])
  for (const reading of [...readings]) {
    const afterVowel = new RegExp(`([${VOWELS}][a-z]{0,2})[sfrxj]`)
    readings.add(reading.replace(/[sfrxj]$/, ''))
    readings.add(reading.replace(afterVowel, '$1'))
    readings.add(reading.replace(/([aeiouy])[sfrxj]/, '$1'))
  }
  readings.delete(folded)
  return [...readings].filter((reading) => reading.length >= 2)
}
