import { fold } from '../search/vietnamese-text.ts'

export const SHORTEST_PASSWORD = 10
export const LONGEST_PASSWORD = 128

export type PasswordRefusal = 'too_short' | 'too_long' | 'common'

/** What whoever knows the office tries first; a password of nothing but these and digits is as good as none. */
const WORDS_OF_OURS = [
  ...['tay', 'ninh', 'long', 'an', 'tan', 'viet', 'nam', 'vn', 'tinh', 'xa', 'phuong'],
  ...[
    'so',
    'giao',
    'duc',
    'va',
    'dao',
    'tao',
    'gddt',
    'sgddt',
    'bgddt',
    'hanh',
    'chinh',
    'cong',
    'cai',
    'cach',
    'cchc',
  ],
  ...['thu', 'tuc', 'truong', 'hoc', 'phong', 'ban', 'uy', 'ubnd', 'van', 'can', 'bo', 'vien', 'chuc', 'quan', 'tri'],
  ...['mat', 'khau', 'xin', 'chao', 'password', 'passwd', 'pass', 'admin', 'root', 'user', 'test', 'demo', 'login'],
  ...['qwerty', 'asdf', 'zxcv', 'abc', 'abcd', 'iloveyou', 'anhyeuem', 'welcome', 'hello', 'letmein', 'zalo'],
]
const MADE_OF_OURS = new RegExp(`^(?:${WORDS_OF_OURS.join('|')}|[^a-z])+$`)
/** `passw0rd`, `adm1n`; at the end of a word they are a year or an exclamation. */
const INSIDE_A_WORD = /(?<=[a-z])[01!](?=[a-z])/g
const PHONE_NUMBER = /^(?:\+?84|0)\d{9}$/

/** Why a password is not taken, counted in what people see as characters; any characters will do. */
export function refusalOf(password: string, common: ReadonlySet<string>): PasswordRefusal | undefined {
  const length = [...password.normalize('NFC')].length
  if (length < SHORTEST_PASSWORD) return 'too_short'
  if (length > LONGEST_PASSWORD) return 'too_long'
  const plain = fold(password)
  if (common.has(plain) || PHONE_NUMBER.test(plain) || new Set(plain).size < 4) return 'common'
  const spelt = plain
    .replace(/@/g, 'a')
    .replace(/\$/g, 's')
    .replace(INSIDE_A_WORD, (sign) => (sign === '0' ? 'o' : 'i'))
  if (common.has(spelt)) return 'common'
  return isMadeOfOurs(plain) || isMadeOfOurs(spelt) ? 'common' : undefined
}

/** Digits and signs alone are a long number, not words of ours. */
function isMadeOfOurs(text: string) {
  return /[a-z]/.test(text) && MADE_OF_OURS.test(text)
}

/** No letter or digit that is mistaken for another when it is read aloud. */
const READABLE = 'abcdefghjkmnpqrstuvwxyz23456789'

/** For a first sign-in or after a lost password: five groups of four, 99 bits. `pick` draws a number below its limit. */
export function makePassword(pick: (below: number) => number) {
  const group = () => Array.from({ length: 4 }, () => READABLE[pick(READABLE.length)]).join('')
  return Array.from({ length: 5 }, group).join('-')
}
