import { appLink } from '../chat/app-link.ts'
import type { Say } from '../chat/intent.ts'
import { tellDate } from '../chat/told.ts'
import { pathOf } from '../content/paths.ts'
import type { Ctx } from '../ctx.ts'
import type { Answered, Asked } from './practice-round.usecases.ts'

const HOW = {
  single: 'Trả lời bằng số, hoặc chữ A, B, C theo thứ tự dòng.',
  true_false: 'Trả lời “đúng” hoặc “sai”.',
  multiple: 'Có thể có nhiều dòng đúng. Nhắn số hoặc chữ của các dòng, ví dụ “A C”.',
  ordering: 'Xếp lại cho đúng thứ tự: nhắn số của các dòng, ví dụ “2 1 3”.',
} as const
const LETTERS = 'ABCDEFGH'

/** `#Câu CCHC-021.1: B`: names the question and the line, never which is right. */
const payloadOf = ({ code, number }: Asked, line: number) => `#Câu ${code}.${number}: ${LETTERS[line]}`

export function questionSay(asked: Asked, { nth, of }: { nth: number; of: number }): Say {
  const { kind, text, lines } = asked
  const head = `Câu ${nth}/${of}. ${text}`
  if (kind === 'single' || kind === 'true_false') {
    const options = lines.map((label, line) => ({ label, payload: payloadOf(asked, line) }))
    return { text: `${head}\n${HOW[kind]}`, options }
  }
  const numbered = lines.map((line, at) => `${at + 1}. ${line}`)
  return { text: [head, ...numbered, HOW[kind]].join('\n') }
}

/** The line that was tapped; nothing when it is another question's button. */
export function tapOf(asked: Asked, text: string): number[] | undefined {
  const line = asked.lines.findIndex((_, at) => payloadOf(asked, at) === text.trim())
  return line === -1 ? undefined : [line]
}

/** Right or wrong, why, and where it is written. */
export function answerSay(ctx: Ctx, { kind, lines }: Asked, marked: Extract<Answered, { outcome: 'answered' }>): Say {
  const { isRight, rightLines, question } = marked
  const told = kind === 'ordering' ? rightLines : [...rightLines].sort((one, other) => one - other)
  const right = told.map((line) => lines[line]).join(kind === 'ordering' ? ' → ' : '; ')
  const [source] = question.sources
  const [related] = question.related
  const parts = [
    isRight ? '✔ Đúng rồi ạ!' : `✘ Chưa đúng. Đáp án: ${right}.`,
    question.explanation,
    `Nguồn: ${question.legalSource ?? source?.title ?? 'chưa có thông tin'}. Kiểm tra ngày ${tellDate(question.checkedOn)}.`,
  ]
  const links = [
    ...(related ? [{ title: related.title, url: appLink(ctx.app, pathOf(related.type, related.slug)) }] : []),
    ...(source?.url ? [{ title: 'Xem nguồn', url: source.url }] : []),
  ]
  return { text: parts.filter((part) => part !== '').join('\n'), links }
}

export function cardSay({ asked, right }: { asked: number; right: number }): Say {
  const word = right === asked ? 'Tuyệt vời!' : right * 2 >= asked ? 'Khá lắm!' : 'Làm thêm vài lượt là nhớ ngay ạ.'
  return { text: `Kết quả: đúng ${right}/${asked} câu ${'★'.repeat(right)}${'☆'.repeat(asked - right)}\n${word}` }
}
