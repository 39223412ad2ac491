import type { z } from '@hono/zod-openapi'
import type { Option } from '../chat/intent.ts'
import { joinParts, writeProvenance } from '../chat/provenance.rules.ts'
import { TO_BE_LOOKED_UP } from '../chat/words.ts'
import { fold } from '../search/vietnamese-text.ts'
import { type Answers, applies, makeChecklist, writeAnswers } from './checklist.rules.ts'
import type { Procedure, RequiredDocument } from './procedures.schemas.ts'

export const CHANNEL_WORDS = { online: 'Trực tuyến', in_person: 'Nộp trực tiếp', post: 'Qua bưu chính' } as const

const PAYLOAD =
  /^(thu tuc|giay to|noi nop|ngay hen) (?:ma )?(#[a-z0-9-]+|\d\.\d{6,9}|[a-z]\d{2}_[a-z]+)(?: \(([a-z0-9.~-]*)\))?$/
const PARTS = { 'thu tuc': 'overview', 'giay to': 'documents', 'noi nop': 'place', 'ngay hen': 'date' } as const
export type Part = (typeof PARTS)[keyof typeof PARTS]

/** Which part of which procedure a line of a list, or somebody who knows its code, asks for. */
export function readProcedurePayload(text: string): { part: Part; name: string; answers: string } | undefined {
  const [, words = '', name = '', answers = ''] = PAYLOAD.exec(fold(text.trim())) ?? []
  const part = Object.entries(PARTS).find(([written]) => written === words)?.[1]
  if (part === undefined) return undefined
  return { part, name: name.startsWith('#') ? name.slice(1) : name.toUpperCase(), answers }
}

/** What can be asked of a procedure next, each leading there from any conversation. */
export function partOptions({ code, channels, cases }: Procedure, answers: Answers, told: Part): Option[] {
  const given = Object.keys(answers).length > 0 ? ` (${writeAnswers(answers)})` : ''
  const hasTimes = channels.some(({ times }) => times.length > 0)
  const all: (Option & { part: Part; isThere: boolean })[] = [
    { part: 'documents', label: 'Giấy tờ của tôi', payload: `Giấy tờ ${code}${given}`, isThere: cases.length > 0 },
    { part: 'date', label: 'Tính ngày hẹn trả', payload: `Ngày hẹn ${code}${given}`, isThere: hasTimes },
    { part: 'place', label: 'Nộp ở đâu, nộp thế nào', payload: `Nơi nộp ${code}`, isThere: true },
  ]
  return all.filter(({ part, isThere }) => isThere && part !== told).map(({ label, payload }) => ({ label, payload }))
}

/** Who, how long, how much, where: what most people came for. */
export function writeOverview(procedure: Procedure): string {
  const { plainName, code, name, summary, whoFor, timeSummary, feeSummary, channels, warning } = procedure
  const head = joinParts([replacedLine(procedure), `${plainName} (mã ${code})`])
  if (procedure.detail === 'listed')
    return joinParts([
      head,
      `Tên chính thức: ${name}.`,
      'Về thủ tục này trợ lý chỉ biết tên và trang chính thức; giấy tờ, thời hạn, lệ phí: chưa có thông tin.',
      writeProvenance(procedure),
    ])
  const facts = [
    `• Ai làm: ${whoFor ?? TO_BE_LOOKED_UP}`,
    `• Bao lâu: ${timeSummary ?? TO_BE_LOOKED_UP}`,
    `• Lệ phí: ${feeSummary ?? TO_BE_LOOKED_UP}`,
    `• Nộp ở đâu: ${placeOf(procedure)}`,
    channels.length === 0
      ? ''
      : `• Cách nộp: ${channels.map(({ channel }) => CHANNEL_WORDS[channel].toLowerCase()).join(', ')}`,
  ]
  const lines = facts.filter((line) => line !== '').join('\n')
  return joinParts([head, summary, lines, warning && `Lưu ý: ${warning}`, writeProvenance(procedure)])
}

function replacedLine({ redirectedFrom, code }: Procedure) {
  if (redirectedFrom === undefined) return ''
  return `Mã ${redirectedFrom.code} không còn dùng, nay là ${code}. ${redirectedFrom.reason}`.trim()
}

export function placeOf({ whereToSubmit, agency }: Procedure) {
  return whereToSubmit ?? agency ?? TO_BE_LOOKED_UP
}

/** The person's own list: what is needed, what may be, and the time and the fee that their answers leave. */
export function writeChecklist(procedure: Procedure, caseKey: string, answers: Answers): string {
  const chosen = procedure.cases.find(({ key }) => key === caseKey)
  if (chosen === undefined) return `${procedure.plainName}\n\nGiấy tờ phải nộp: ${TO_BE_LOOKED_UP}.`
  const { needed, maybe } = makeChecklist(chosen, answers)
  const title = chosen.name === null ? procedure.plainName : `${procedure.plainName}: ${chosen.name}`
  const list = needed.map((document, at) => `${at + 1}. ${writeDocument(document)}`).join('\n')
  const perhaps = maybe.map(({ name }) => `• ${name}`).join('\n')
  return joinParts([
    `Giấy tờ của anh/chị — ${title}`,
    list === '' ? 'Không có giấy tờ nào ai cũng phải nộp.' : list,
    perhaps === '' ? '' : `Có thể cần thêm, tuỳ câu chưa trả lời:\n${perhaps}`,
    writeTimes(procedure, answers),
    writeProvenance(procedure),
  ])
}

function writeTimes({ channels, timeSummary }: Procedure, answers: Answers) {
  const lines = channels.flatMap(({ times }) => times.filter((time) => applies(time.appliesWhen, answers) !== 'no'))
  const texts = [...new Set(lines.map(({ text }) => text))]
  const told = texts.length > 0 && texts.length <= 2 ? texts.join('; ') : timeSummary
  return `Thời hạn: ${told ?? TO_BE_LOOKED_UP}.`
}

function writeDocument({ name, original, copy, form, condition }: z.infer<typeof RequiredDocument>) {
  const copies = [original ? `${original} bản chính` : '', copy ? `${copy} bản sao` : ''].filter(Boolean).join(', ')
  const details = [copies, form && `mẫu: ${form}`, condition].filter(Boolean).join('; ')
  return details === '' ? name : `${name} (${details})`
}

const LONGEST_STEPS = 6

/** Where and how it is handed in. */
export function writePlace(procedure: Procedure): string {
  const place = placeOf(procedure)
  const ways = procedure.channels.map(({ channel }) => {
    if (channel === 'online') return '• Trực tuyến: trên Cổng Dịch vụ công quốc gia, đăng nhập bằng VNeID'
    if (channel === 'post') return `• Qua bưu chính: gửi tới ${place}`
    return `• Nộp trực tiếp: tại ${place}`
  })
  const steps = procedure.steps.slice(0, LONGEST_STEPS).map((step, at) => `${at + 1}. ${step}`)
  return joinParts([
    `${procedure.plainName}: nộp ở ${place}.`,
    ways.length === 0 ? `Cách nộp: ${TO_BE_LOOKED_UP}.` : `Các cách nộp:\n${ways.join('\n')}`,
    steps.length === 0 ? '' : `Các bước:\n${steps.join('\n')}`,
    writeProvenance(procedure),
  ])
}
