import { chosen, foldWords, isNo, isYes } from '../chat/choosing.ts'
import type { Heard, Say, Turn } from '../chat/intent.ts'
import { sayHelp } from '../chat/stops.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import { PURPOSES } from '../privacy/purposes.ts'
import { followReport } from './citizen-steps.usecases.ts'
import { findConcernedUnits } from './concerned-units.usecases.ts'
import {
  isPhone,
  type ReportDraft,
  type ReportState,
  type ReportStep,
  readContact,
  stepAfter,
} from './report-draft.rules.ts'
import { askStep, categoryChoices, similarChoices, unitChoices } from './report-questions.chat.ts'
import * as words from './report-words.chat.ts'
import { sendReport } from './send-report.chat.ts'
import { checkReport } from './submit.usecases.ts'
import { visibleLine, visibleText } from './written-text.schemas.ts'

type Reply = Turn<ReportState> | undefined
type Answer = (ctx: Ctx<Citizen>, state: ReportState, heard: Heard) => Promise<Reply>

const MOST_UNITS = 4
const LONGEST_CONTENT = 4_000
const NOT_LISTED = words.NOT_LISTED.value
const SENDING = new Set([
  ...[
    'gui',
    'gui di',
    'gui a',
    'gui nhe',
    'ok gui',
    'ok gui di',
    'gui phieu',
    'gui phieu di',
    'gui phan anh',
    'dong y gui',
  ],
  ...['xac nhan', 'xac nhan gui', 'gui luon'],
])
const DONE_WITH_FILES = new Set([
  'xong',
  'xong roi',
  'du roi',
  'het roi',
  'khong co',
  'khong',
  'ko co',
  'chua co',
  'done',
])

/** To a step, which is asked. */
export async function goTo(ctx: Ctx<Citizen>, state: ReportState, step: ReportStep, first: Say[] = []) {
  const next = { ...state, step, isFixing: step === 'review' ? false : state.isFixing }
  return { say: [...first, ...(await askStep(ctx, next))], next }
}

/** With this told, to what comes next. */
export function goOn(ctx: Ctx<Citizen>, state: ReportState, told: Partial<ReportDraft> = {}, first: Say[] = []) {
  const next = { ...state, found: [], draft: { ...state.draft, ...told } }
  return goTo(ctx, next, stepAfter(next), first)
}

async function stay(ctx: Ctx<Citizen>, state: ReportState, text: string | undefined): Promise<Reply> {
  return goTo(ctx, state, state.step, text === undefined ? [] : [{ text }])
}

/** One line of words: within its length, told as `field`. */
function line(
  field: 'place' | 'namedOfficer' | 'name' | 'address' | 'guardianName',
  [least, most]: [number, number],
): Answer {
  return async (ctx, state, { text }) => {
    const said = visibleLine(text).trim()
    if (said.length < least || said.length > most) return stay(ctx, state, words.REFUSED[state.step])
    return goOn(ctx, state, { [field]: said })
  }
}

const ANSWERS: Record<ReportStep, Answer> = {
  async kind(ctx, state, { text }) {
    const kind = chosen(words.KINDS, text)?.value
    if (kind === undefined) return undefined
    if (kind === 'legal') return goTo(ctx, state, 'legal')
    return goOn(ctx, state, { kind })
  },
  async legal(ctx, state, { text }) {
    if (chosen([words.NOT_LEGAL], text) === undefined) return undefined
    if (state.draft.content === '') return goTo(ctx, state, 'kind')
    return goOn(ctx, { ...state, step: 'content' }, { saidNotLegal: true })
  },
  async category(ctx, state, { text }) {
    const categoryId = chosen(await categoryChoices(ctx), text)?.value
    return categoryId === undefined ? undefined : goOn(ctx, state, { categoryId })
  },
  async unit(ctx, state, { text }) {
    const picked = state.found.length === 0 ? undefined : chosen(unitChoices(state), text)
    if (picked?.value === NOT_LISTED) return stay(ctx, { ...state, found: [] }, undefined)
    if (picked) return goOn(ctx, state, { unit: { id: picked.value, name: picked.label } })
    const { items } = await findConcernedUnits(ctx, { q: text.slice(0, 100) })
    if (items.length === 0) return stay(ctx, { ...state, found: [] }, words.NO_SUCH_UNIT)
    const found = items
      .slice(0, MOST_UNITS)
      .map(({ id, name, above }) => ({ id, name: above ? `${name} (${above})` : name }))
    return goTo(ctx, { ...state, found }, 'unit')
  },
  async content(ctx, state, { text }) {
    const content = visibleText(text).trim()
    if (content.length < 10 || content.length > LONGEST_CONTENT) return stay(ctx, state, words.REFUSED.content)
    return afterContent(ctx, state, content)
  },
  async similar(ctx, state, { text }) {
    const picked = chosen(similarChoices(state), text)
    if (picked === undefined) return undefined
    if (picked.value === words.OTHER_MATTER.value) return goOn(ctx, { ...state, step: 'content' })
    await followReport(ctx, picked.value)
    return { say: [{ text: words.FOLLOWED }], next: 'done' }
  },
  place: line('place', [2, 200]),
  officer: line('namedOfficer', [2, 120]),
  async files(ctx, state, { text }) {
    const isDone = DONE_WITH_FILES.has(foldWords(text)) || chosen([words.NO_FILES], text) !== undefined
    return isDone ? goOn(ctx, state) : undefined
  },
  name: line('name', [2, 120]),
  address: line('address', [3, 200]),
  async contact(ctx, state, { text }) {
    const contact = readContact(text)
    return contact === undefined ? stay(ctx, state, words.REFUSED.contact) : goOn(ctx, state, contact)
  },
  async age(ctx, state, { text }) {
    const said = foldWords(text)
    const isUnder16 =
      chosen(words.AGES, text)?.value ?? (isYes(text) || said === 'du' ? false : isNo(text) ? true : undefined)
    return isUnder16 === undefined ? undefined : goOn(ctx, state, { isUnder16 })
  },
  guardian: line('guardianName', [2, 120]),
  async guardianPhone(ctx, state, { text }) {
    const guardianPhone = text.replace(/[^\d+]/g, '')
    return isPhone(guardianPhone) ? goOn(ctx, state, { guardianPhone }) : stay(ctx, state, words.REFUSED.guardianPhone)
  },
  async publish(ctx, state, { text }) {
    const mayPublish = chosen(words.PUBLISH, text)?.value ?? yesOrNo(text)
    return mayPublish === undefined ? undefined : goOn(ctx, state, { mayPublish })
  },
  async consent(ctx, state, { text }) {
    const agrees = chosen(words.AGREE, text)?.value ?? yesOrNo(text)
    if (agrees === undefined) return undefined
    if (!agrees) return { say: [{ text: words.NOT_AGREED }], next: state }
    return goOn(ctx, state, { consentVersion: PURPOSES['feedback.handling'].textVersion })
  },
  async review(ctx, state, heard) {
    const what = chosen(words.REVIEW, heard.text)?.value
    if (what === 'fix' || ['sua', 'sua lai'].includes(foldWords(heard.text))) return goTo(ctx, state, 'fix')
    if (what === 'send' || isSending(heard.text)) return sendReport(ctx, state, heard)
    return isYes(heard.text) ? { say: [{ text: words.JUST_SEND }], next: state } : undefined
  },
  async fix(ctx, state, { text }) {
    const step = chosen(words.FIXES, text)?.value
    return step === undefined ? undefined : goTo(ctx, { ...state, isFixing: true }, step)
  },
}

/** What was said at this step; nothing when it is no answer to it. */
export function answerStep(ctx: Ctx<Citizen>, state: ReportState, heard: Heard): Promise<Reply> {
  return ANSWERS[state.step](ctx, state, heard)
}

/** Whether this step takes whatever words are said. */
export function takesWords(step: ReportStep): boolean {
  return ['unit', 'content', 'place', 'officer', 'name', 'address', 'contact', 'guardian', 'guardianPhone'].includes(
    step,
  )
}

/** Help first, then the legal channel, then answers that are there already; else straight on. */
async function afterContent(ctx: Ctx<Citizen>, state: ReportState, content: string): Promise<Reply> {
  const { categoryId, saidNotLegal } = state.draft
  const checked = await checkReport(ctx, { categoryId: categoryId ?? '', content })
  const told = { ...state, draft: { ...state.draft, content } }
  const first = checked.help === null ? [] : [sayHelp(checked.help)]
  if (checked.stop !== null && !saidNotLegal) return goTo(ctx, told, 'legal', first)
  const found = checked.similar.map(({ code, title }) => ({ id: code, name: title }))
  if (found.length > 0) return goTo(ctx, { ...told, found }, 'similar', first)
  return goOn(ctx, told, {}, first)
}

/** Exactly that, and nothing beside it. */
export function isSending(text: string) {
  return SENDING.has(foldWords(text))
}

function yesOrNo(text: string) {
  if (isYes(text)) return true
  return isNo(text) ? false : undefined
}
