import { KINDS_WITH_SENDER, type ReportKind } from './feedback.schemas.ts'
import { Guardian, NewReport, Sender } from './submit.schemas.ts'

/** What somebody is telling in a chat, until they say that it may be sent. */
export type ReportDraft = {
  kind: ReportKind | null
  categoryId: string | null
  unit: { id: string; name: string } | null
  content: string
  saidNotLegal: boolean
  place: string
  namedOfficer: string
  fileIds: string[]
  name: string
  address: string
  phone: string
  email: string
  isUnder16: boolean
  guardianName: string
  guardianPhone: string
  mayPublish: boolean
  /** The version of the agreement that was read out and said yes to. */
  consentVersion: number | null
}

/** Those asked of everybody, in their order. */
const ORDER = [
  ...(['kind', 'category', 'unit', 'content', 'place', 'officer', 'files', 'name', 'address', 'contact'] as const),
  ...(['age', 'guardian', 'guardianPhone', 'publish', 'consent', 'review'] as const),
] as const

/** `legal`: told where a khiếu nại or tố cáo goes. `similar`: shown like answers. `fix`: asked what to put right. */
export type ReportStep = (typeof ORDER)[number] | 'legal' | 'similar' | 'fix'

export type ReportState = {
  step: ReportStep
  draft: ReportDraft
  /** Came back from the end to put one thing right. */
  isFixing: boolean
  /** Units or answers that were offered last. */
  found: { id: string; name: string }[]
}

const IN_ORDER: readonly ReportStep[] = ORDER

/** Categories where a report is mostly about one person. */
const ABOUT_A_PERSON: readonly string[] = ['thai-do-huong-dan']
const SHORTEST_CONTENT = 10

export const NOTHING_TOLD: ReportDraft = {
  ...{ kind: null, categoryId: null, unit: null, content: '', saidNotLegal: false, place: '', namedOfficer: '' },
  ...{ fileIds: [], name: '', address: '', phone: '', email: '', isUnder16: false, guardianName: '' },
  ...{ guardianPhone: '', mayPublish: false, consentVersion: null },
}

/** The law asks of a report and of a question who is speaking. */
export function mustSayWho({ kind }: Pick<ReportDraft, 'kind'>): boolean {
  return kind !== null && KINDS_WITH_SENDER.includes(kind)
}

function isAsked(step: ReportStep, draft: ReportDraft): boolean {
  if (step === 'officer') return ABOUT_A_PERSON.includes(draft.categoryId ?? '') || draft.namedOfficer !== ''
  if (step === 'address' || step === 'contact') return draft.name !== ''
  if (step === 'guardian' || step === 'guardianPhone') return draft.isUnder16
  return true
}

/** Whether the report cannot be sent without what this step asks. */
function isMissing(step: ReportStep, draft: ReportDraft): boolean {
  if (step === 'kind') return draft.kind === null
  if (step === 'category') return draft.categoryId === null
  if (step === 'content') return draft.content.length < SHORTEST_CONTENT
  if (step === 'name') return mustSayWho(draft) && draft.name === ''
  if (step === 'address') return draft.address === ''
  if (step === 'contact') return draft.phone === '' && draft.email === ''
  if (step === 'guardian') return draft.guardianName === ''
  if (step === 'guardianPhone') return draft.guardianPhone === ''
  return step === 'consent' && draft.consentVersion === null
}

/** What is asked after this step: the next one, or back at the review the first thing that is still missing. */
export function stepAfter({ step, draft, isFixing }: ReportState): ReportStep {
  const asked = IN_ORDER.filter((each) => isAsked(each, draft))
  if (isFixing) return asked.find((each) => isMissing(each, draft)) ?? 'review'
  const at = IN_ORDER.indexOf(step)
  return asked.find((each) => IN_ORDER.indexOf(each) > at) ?? 'review'
}

/** The step before it; nothing at the first. */
export function stepBefore({ step, draft, isFixing }: ReportState): ReportStep | undefined {
  if (isFixing || step === 'fix') return 'review'
  if (step === 'legal') return draft.content === '' ? 'kind' : 'content'
  if (step === 'similar') return 'content'
  const at = IN_ORDER.indexOf(step)
  return IN_ORDER.slice(0, Math.max(0, at)).findLast((each) => isAsked(each, draft))
}

/** A phone number, an address of e-mail or both, as the form would take them. */
export function readContact(text: string): { phone: string; email: string } | undefined {
  const email = text.split(/[\s,;]+/).find((part) => part.includes('@')) ?? ''
  const phone = text.replace(email, '').replace(/[^\d+]/g, '')
  const sender = { name: 'ai đó', address: 'nơi nào đó', phone: orNull(phone), email: orNull(email) }
  return Sender.safeParse(sender).success ? { phone, email } : undefined
}

export function isPhone(text: string): boolean {
  return Guardian.safeParse({ name: 'ai đó', phone: text }).success
}

/** The report as its use case takes it; nothing while something is missing or is not as it must be. */
export function toReport(draft: ReportDraft): NewReport | undefined {
  const { kind, categoryId, content, saidNotLegal, place, namedOfficer, fileIds, isUnder16, mayPublish } = draft
  const { name, address, phone, email, guardianName, guardianPhone, consentVersion } = draft
  const sender = name === '' ? null : { name, address, phone: orNull(phone), email: orNull(email) }
  const guardian = isUnder16 ? { name: guardianName, phone: guardianPhone } : null
  const parsed = NewReport.safeParse({
    ...{ kind, categoryId, content, saidNotLegal, place, namedOfficer, fileIds, isUnder16, mayPublish },
    ...{ concernedUnitId: draft.unit?.id ?? null, sender, guardian, consentVersion },
  })
  return parsed.success ? parsed.data : undefined
}

function orNull(text: string) {
  return text === '' ? null : text
}
