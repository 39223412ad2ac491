import { words } from '../search/vietnamese-text.ts'
import { readFolded, readFoldedWords } from './understand.rules.ts'

/** Words that mean the same at every step. */
const COMMANDS = {
  menu: [
    ...['menu', 'me nu', 've menu', 'tro ve menu', 'quay ve menu', 'danh muc', 'bat dau', 'start', 'xem menu'],
    ...['chuc nang', 'cac chuc nang', 'trang chu', 'bat dau lai'],
  ],
  cancel: [
    ...[
      'huy',
      'huy bo',
      'huy di',
      'thoat',
      'stop',
      'dung lai',
      'ngung',
      'ngung lai',
      'khong lam nua',
      'thoi khong lam',
    ],
    ...['khong lam nua dau', 'thoi huy', 'dep di'],
  ],
  back: ['quay lai', 'lui lai', 'tro lai', 'back', 'buoc truoc', 'quay lai buoc truoc', 've buoc truoc', 'quay ve'],
  skip: [
    'bo qua',
    'skip',
    'bo qua buoc nay',
    'bo qua cau nay',
    'khong tra loi',
    'cau khac',
    'qua cau khac',
    'khong biet',
  ],
  repeat: [
    ...['noi lai', 'lap lai', 'nhac lai', 'noi lai xem', 'noi lai cau hoi', 'gui lai', 'noi gi', 'hoi gi', 'gi co'],
  ],
  officer: [
    ...['gap can bo', 'gap nguoi', 'gap nguoi that', 'gap nhan vien', 'noi chuyen voi can bo', 'noi chuyen voi nguoi'],
    ...['noi chuyen voi nguoi that', 'gap nguoi truc', 'gap tu van vien', 'chat voi can bo', 'goi can bo', 'can bo'],
    ...['ket noi can bo', 'muon gap can bo', 'can gap can bo', 'chat voi nguoi that', 'gap truc tiep can bo', 'gap cb'],
    ...['cho gap can bo', 'cho toi gap can bo', 'cho em gap can bo', 'cho minh gap can bo', 'gap can bo truc'],
  ],
  help: [
    'tro giup',
    'giup',
    'giup do',
    'help',
    'huong dan',
    'cach dung',
    'huong dan su dung',
    'su dung sao',
    'lam sao dung',
  ],
  resume: ['tiep', 'tiep tuc', 'lam tiep', 'tiep tuc di', 'tiep di', 'tiep tuc lam', 'resume'],
} as const
export type Command = keyof typeof COMMANDS

const BY_WORDS = new Map<string, Command>(
  Object.entries(COMMANDS).flatMap(([command, all]) => all.map((phrase) => [phrase, command as Command] as const)),
)

/** A command and nothing else: "huỷ" is one, "huỷ kết quả thi" is a question. */
export function readCommand(text: string): Command | undefined {
  if (text.trim() === '?') return 'help'
  const command = BY_WORDS.get(readFolded(text))
  if (command !== undefined) return command
  // "dừng" folds like "đúng".
  return words(text)
    .map(({ written }) => written)
    .join(' ') === 'dừng'
    ? 'cancel'
    : undefined
}

const GREETED = new Set('ban ad shop bot em anh chi so ca nha buoi sang chieu toi moi nguoi'.split(' '))
const GREETINGS = new Set([
  ...['chao', 'hi', 'hello', 'helo', 'hey', 'alo', 'aloo', 'alo alo', 'ban oi', 'ad oi', 'bot oi', 'shop oi', 'em oi'],
  ...['co ai khong', 'co ai o do khong', 'ad', 'bot', 'shop'],
])

/** "chào", and whoever is greeted: "xin chào anh chị", "hello ad". */
function isGreeting(folded: string) {
  const [first = '', ...others] = folded.replace(/^xin /, '').split(' ')
  return GREETINGS.has(folded) || (GREETINGS.has(first) && others.every((word) => GREETED.has(word)))
}

const THANKS =
  /^(?:(?:da |vang |ok )*(?:cam on|camon|cam on nhieu|cam on (?:ban|ad|bot|em|anh|chi|so|nhieu|rat nhieu)(?: nhieu| rat nhieu)?)(?: a)?|tuyet(?: voi)?|tot(?: lam| qua)?|hay qua)$/
const GOODBYE = /^(?:tam biet|bye|bye bye|goodbye|hen gap lai|chao tam biet)$/
const ABOUT_BOT =
  /^(?:ban la ai|em la ai|bot la ai|day la ai|ai day|ai vay|ban la bot (?:ha|a|phai khong)?|ban co phai (?:la )?(?:nguoi|robot|bot|may)(?: khong)?|la nguoi hay may|nguoi hay may|nguoi hay bot|ban ten gi|bot ten gi|ban lam duoc gi|bot lam duoc gi|ban giup duoc gi)$/
const LAUGH = /^(?:(?:h[aeij])+|(?:ka)+|k{3,}|lol)$/

const PARTICLES = new Set(['a', 'ah', 'nha', 'nhe', 'nhen', 'hen', 'ne', 'luon'])

function withoutParticles(said: string[]): string[] {
  return said.length > 1 && PARTICLES.has(said.at(-1) ?? '') ? withoutParticles(said.slice(0, -1)) : said
}

/** What is said for politeness' sake and asks for nothing that is published. */
export function readSmallTalk(text: string): 'greeting' | 'thanks' | 'goodbye' | 'about_bot' | 'laugh' | undefined {
  const folded = withoutParticles(readFoldedWords(text)).join(' ')
  if (isGreeting(folded)) return 'greeting'
  if (THANKS.test(folded)) return 'thanks'
  if (GOODBYE.test(folded)) return 'goodbye'
  if (ABOUT_BOT.test(folded)) return 'about_bot'
  return LAUGH.test(folded.replaceAll(' ', '')) ? 'laugh' : undefined
}

const USEFUL = new Set(['co ich', 'huu ich', 'co giup', 'giup duoc', 'rat huu ich', 'rat co ich', 'dung y toi'])
const USELESS = new Set([
  ...['khong dung', 'khong co ich', 'vo ich', 'khong huu ich', 'sai roi', 'sai', 'khong giup duoc', 'khong dung y toi'],
])

/** A judgement of the last answer. */
export function readVote(text: string): 'useful' | 'useless' | undefined {
  const tidy = text.trim()
  if (/^👍/u.test(tidy) || /^(?:❤|♥)/u.test(tidy)) return 'useful'
  if (/^👎/u.test(tidy)) return 'useless'
  const folded = readFolded(text)
  if (USEFUL.has(folded)) return 'useful'
  return USELESS.has(folded) ? 'useless' : undefined
}
