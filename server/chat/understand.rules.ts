import { fold, words } from '../search/vietnamese-text.ts'

/** Short forms of chat beyond those the search knows, and those that a command may be written with. */
const SHORT_FORMS: Record<string, string> = {
  k: 'khong',
  ko: 'khong',
  kg: 'khong',
  kh: 'khong',
  khg: 'khong',
  hok: 'khong',
  hem: 'khong',
  hg: 'khong',
  hong: 'khong',
  j: 'gi',
  dc: 'duoc',
  dk: 'dang ky',
  ntn: 'nhu the nao',
  vs: 'voi',
  mk: 'minh',
  mik: 'minh',
  gt: 'giay to',
  lm: 'lam',
  r: 'roi',
  rui: 'roi',
  bit: 'biet',
  mun: 'muon',
  z: 'vay',
  zay: 'vay',
  dzay: 'vay',
  trg: 'truong',
  ng: 'nguoi',
  cb: 'can bo',
  pa: 'phan anh',
  pakn: 'phan anh kien nghi',
  tks: 'cam on',
  thank: 'cam on',
  thanks: 'cam on',
  oki: 'ok',
  okie: 'ok',
  oke: 'ok',
  okay: 'ok',
  okela: 'ok',
  nx: 'nua',
  trc: 'truoc',
  dg: 'dang',
  wa: 'qua',
  ik: 'di',
  hui: 'huy',
  cancel: 'huy',
}

/** Said before what is meant, and after it. */
const BEFORE = [
  ...['cho em hoi', 'cho toi hoi', 'cho minh hoi', 'cho chau hoi', 'cho con hoi', 'cho hoi', 'xin hoi'],
  ...['em muon hoi', 'toi muon hoi', 'minh muon hoi', 'em muon', 'toi muon', 'minh muon', 'em can', 'toi can'],
  ...['minh can', 'da', 'vang', 'thua', 'em chao', 'xin chao', 'chao', 'alo', 'lam on', 'vui long', 'xin phep'],
  ...['ad oi', 'shop oi', 'bot oi', 'ban oi', 'anh oi', 'chi oi', 'co oi', 'anh chi oi', 'ad', 'bot', 'oi', 'hi'],
]
const AFTER = [
  ...['a', 'ah', 'nhe', 'nha', 'nhen', 'nghen', 'hen', 'voi', 'di', 'ad', 'bot', 'ne', 'luon', 'nao'],
  ...['giup em', 'giup minh', 'giup toi', 'giup voi', 'duoc khong'],
]

/** Words as they are compared: without marks and capitals, short forms written out, courtesy at both ends gone. */
export function readFolded(text: string): string {
  return stripCourtesy(readFoldedWords(text)).join(' ')
}

/** The same with the courtesy left on, for what is courtesy itself. */
export function readFoldedWords(text: string): string[] {
  return writeOut(words(text).flatMap(({ folded }) => folded.split(' ').filter((word) => word !== '')))
}

function writeOut(typed: string[]): string[] {
  return typed.flatMap((word, at) => {
    // "bạn ơi", or "bao nhiêu tiền".
    if (word === 'bn') return typed[at + 1] === 'oi' ? ['ban'] : ['bao', 'nhieu']
    return SHORT_FORMS[word]?.split(' ') ?? [word]
  })
}

function stripCourtesy(said: string[]): string[] {
  const text = said.join(' ')
  const after = AFTER.find((phrase) => text.endsWith(` ${phrase}`))
  if (after !== undefined) return stripCourtesy(said.slice(0, -after.split(' ').length))
  const before = BEFORE.find((phrase) => text.startsWith(`${phrase} `))
  if (before !== undefined) return stripCourtesy(said.slice(before.split(' ').length))
  return said
}

const YES = new Set([
  ...['co', 'u', 'uh', 'uk', 'um', 'uhm', 'uhu', 'vang', 'da', 'dung', 'dung roi', 'dung vay', 'phai', 'phai roi'],
  ...['ok', 'duoc', 'dong y', 'nhat tri', 'yes', 'y', 'co chu', 'co roi', 'chinh xac'],
])
const NO = new Set([
  ...['khong', 'khong co', 'khong phai', 'khong dung', 'khong dong y', 'chua', 'chua co', 'no', 'n', 'sai', 'thoi'],
])
const YES_PICTURES = /^(?:👍|👌|✅|🙆|\p{Emoji_Modifier}|\s|\ufe0f)+$/u
const NO_PICTURES = /^(?:👎|❌|🙅|\p{Emoji_Modifier}|\s|\ufe0f)+$/u

/** An exact yes or no and nothing else: "không rõ lắm" and "có tên trong sổ" are neither. */
export function readYesNo(text: string): 'yes' | 'no' | undefined {
  if (text.trim() === '') return undefined
  if (YES_PICTURES.test(text)) return 'yes'
  if (NO_PICTURES.test(text)) return 'no'
  // "dừng" folds like "đúng", and "cò" like "có"; with marks it is what is written.
  if (words(text).some(({ written }) => written === 'dừng')) return undefined
  const folded = readFolded(text)
  if (YES.has(folded)) return 'yes'
  return NO.has(folded) ? 'no' : undefined
}

const NUMBER_WORDS = ['khong', 'mot', 'hai', 'ba', 'bon', 'nam', 'sau', 'bay', 'tam', 'chin', 'muoi']
const PICKING = /^(?:(?:so|cau|chon|muc|dong|y|phuong an|dap an|lua chon|cai so|cai) )+/

/** "2", "số 2", "chọn 2 ạ", "hai" or "2️⃣": the number of a line and nothing else. */
export function readNumber(text: string): number | undefined {
  const folded = readFolded(text).replace(PICKING, '')
  if (/^\d{1,2}$/.test(folded)) return Number(folded)
  const word = NUMBER_WORDS.indexOf(folded)
  return word > 0 ? word : undefined
}

/** "B", "câu b", "đáp án B nha": the letter of an answer, from 0 for A. */
export function readLetter(text: string): number | undefined {
  const folded = readFolded(text).replace(PICKING, '')
  return /^[a-h]$/.test(folded) ? folded.charCodeAt(0) - 'a'.charCodeAt(0) : undefined
}

const FOR_SEARCH: Record<string, string> = {
  hem: 'không',
  hok: 'không',
  bit: 'biết',
  bít: 'biết',
  mún: 'muốn',
  zậy: 'vậy',
  zay: 'vậy',
  dzay: 'vậy',
  dzậy: 'vậy',
  wa: 'quá',
  rùi: 'rồi',
  trc: 'trước',
  gt: 'giấy tờ',
  gtờ: 'giấy tờ',
  hsơ: 'hồ sơ',
  ng: 'người',
  mik: 'mình',
  nx: 'nữa',
  cx: 'cũng',
  j: 'gì',
  z: 'vậy',
  trg: 'trường',
  ntn: 'như thế nào',
}
const LONGEST_SEARCHED = 300
/** Signs that take no room on a screen but part a word. */
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff\u00ad]/g

/** The question for the search: marks kept, what people write only in chats written out. */
export function readForSearch(text: string): string {
  const tidy = text.normalize('NFC').replace(INVISIBLE, '').replace(/\s+/g, ' ').trim()
  const written = tidy.replace(
    /[\p{L}\p{M}\p{N}]+/gu,
    (word) => FOR_SEARCH[word.toLowerCase()] ?? FOR_SEARCH[fold(word)] ?? word,
  )
  return [...written].slice(0, LONGEST_SEARCHED).join('').trim()
}

/** Words of asking and of telling whose matter it is, longest first: what is left names the matter. */
const AROUND = [
  ...[
    'khong biet phai lam nhung giay to gi',
    'can chuan bi nhung giay to gi',
    'can nhung giay to gi',
    'can giay to gi',
  ],
  ...['can nhung giay to nao', 'nhung giay to gi', 'giay to gi', 'can nhung gi', 'can ho so gi', 'ho so gom nhung gi'],
  ...['phai lam nhu the nao', 'phai lam the nao', 'phai lam sao', 'phai lam gi', 'can lam gi', 'can phai lam gi'],
  ...[
    'lam nhu the nao',
    'lam the nao',
    'lam sao',
    'nhu the nao',
    'the nao',
    'can gi',
    'thi sao',
    'nop cho ai',
    'gap ai',
  ],
  ...[
    'nop o dau',
    'xin o dau',
    'lam o dau',
    'o dau',
    'bao lau thi xong',
    'mat bao lau',
    'bao lau',
    'het bao nhieu tien',
  ],
  ...[
    'bao nhieu tien',
    'bao nhieu',
    'co duoc khong',
    'duoc khong',
    'khong biet',
    'cho em hoi',
    'cho toi hoi',
    'cho hoi',
  ],
  ...[
    'em muon hoi',
    'toi muon hoi',
    'muon hoi',
    'con cua toi',
    'con toi',
    'con em',
    'con minh',
    'chau nha toi',
    'be nha em',
  ],
  ...[
    'cho con toi',
    'cho con em',
    'cho con',
    'cho chau',
    'cho be',
    'ad oi',
    'ban oi',
    'anh chi oi',
    'anh chi',
    'thi',
    'vay',
  ],
].map((phrase) => phrase.split(' '))

/** The matter itself, without the asking around it: "chuyển trường" of "con tôi chuyển trường cần giấy tờ gì". */
export function readMatter(text: string): string {
  const all = words(readForSearch(text))
  const kept: string[] = []
  for (let at = 0; at < all.length; ) {
    const phrase = AROUND.find((each) => each.every((word, after) => all[at + after]?.folded === word))
    const word = all[at]
    if (phrase === undefined && word) kept.push(word.written)
    at += phrase?.length ?? 1
  }
  return kept.join(' ')
}
