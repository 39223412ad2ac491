import type { components } from '../../api/schema.gen.ts'
import { KINDS_WITH_SENDER } from './words.ts'

type NewReport = NonNullable<
  import('../../api/schema.gen.ts').paths['/api/feedback']['post']['requestBody']
>['content']['application/json']
type Kind = components['schemas']['ReportSummary']['kind']

export type AttachedFile = { id: string; kind: 'image' | 'pdf'; name: string }

/** What somebody is writing, as it is kept on the device until it was sent. */
export type Draft = {
  /** Made with the draft: however often it is sent, it is one report. */
  requestKey: string
  kind: Kind | 'legal' | null
  categoryId: string | null
  unit: { id: string; name: string } | null
  content: string
  place: string
  namedOfficer: string
  files: AttachedFile[]
  name: string
  address: string
  phone: string
  email: string
  isUnder16: boolean
  guardianName: string
  guardianPhone: string
  /** The version of the agreement that was ticked. */
  agreedTo: number | null
  mayPublish: boolean
  /** The content for which the legal channel, help and like answers were shown. */
  checkedContent: string | null
  saidNotLegal: boolean
}

export function newDraft(): Draft {
  return {
    ...{ requestKey: newKey(), kind: null, categoryId: null, unit: null, content: '', place: '', namedOfficer: '' },
    ...{ files: [], name: '', address: '', phone: '', email: '', isUnder16: false, guardianName: '' },
    ...{ guardianPhone: '', agreedTo: null, mayPublish: false, checkedContent: null, saidNotLegal: false },
  }
}

/** `crypto.randomUUID` is missing from older web views. */
export function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Whether anything was chosen or written that would be a pity to lose. */
export function isBegun({ requestKey: _, ...draft }: Draft): boolean {
  const { requestKey: __, ...empty } = newDraft()
  return JSON.stringify(draft) !== JSON.stringify(empty)
}

export const STEPS = ['loai', 'viec', 'noi-dung', 'tep', 'nguoi-gui', 'dong-y', 'gui'] as const
export type Step = (typeof STEPS)[number]

export type Problem = { step: Step; field: string; text: string }

const PHONE = /^(?:\+84|0)[235789]\d{8}$/
const EMAIL = /^[^\s@]{1,64}@[^\s@.]{1,63}(?:\.[^\s@.]{1,63}){1,4}$/

/** What still stands in the way of sending, by the step where it is mended. */
export function findProblems(draft: Draft): Problem[] {
  const problems: (Problem | false)[] = [
    (draft.kind === null || draft.kind === 'legal') && {
      ...{ step: 'loai', field: 'loai-praise', text: 'Chọn bạn muốn gửi gì' },
    },
    draft.categoryId === null && { step: 'viec', field: 'linh-vuc', text: 'Chọn việc thuộc mục nào' },
    draft.content.trim().length < 10 && {
      ...{ step: 'noi-dung', field: 'chuyen-gi', text: 'Viết nội dung, ít nhất 10 chữ cái' },
    },
    ...senderProblems(draft),
    draft.agreedTo === null && { step: 'dong-y', field: 'dong-y', text: 'Đánh dấu đồng ý thì mới gửi được' },
  ]
  return problems.filter((problem) => problem !== false)
}

function senderProblems(draft: Draft): (Problem | false)[] {
  const { name, address, phone, email, isUnder16, guardianName, guardianPhone } = draft
  const at = (field: string, text: string): Problem => ({ step: 'nguoi-gui', field, text })
  const isWritten = saysWho(draft)
  const isAsked = isWritten || mustSayWho(draft)
  const hasNone = phone.trim() === '' && email.trim() === ''
  return [
    isAsked && name.trim().length < 2 && at('ho-ten', 'Ghi họ và tên'),
    isAsked && address.trim().length < 3 && at('dia-chi', 'Ghi địa chỉ'),
    isAsked && hasNone && at('dien-thoai', 'Ghi số điện thoại hoặc email để nhận trả lời'),
    phone.trim() !== '' && !PHONE.test(tidyPhone(phone)) && at('dien-thoai', 'Số điện thoại có 10 số, bắt đầu bằng 0'),
    email.trim() !== '' && !EMAIL.test(email.trim()) && at('email', 'Email có dạng ten@vidu.vn'),
    isUnder16 && guardianName.trim().length < 2 && at('giam-ho', 'Ghi họ tên cha, mẹ hoặc người giám hộ'),
    isUnder16 &&
      !PHONE.test(tidyPhone(guardianPhone)) &&
      at('giam-ho-dien-thoai', 'Ghi số điện thoại 10 số của người giám hộ'),
  ]
}

/** The law asks of a report and of a question who is speaking. */
export function mustSayWho({ kind }: Draft): boolean {
  return kind !== null && KINDS_WITH_SENDER.includes(kind)
}

function saysWho({ name, address, phone, email }: Draft): boolean {
  return [name, address, phone, email].some((text) => text.trim() !== '')
}

function tidyPhone(text: string) {
  return text.replace(/[\s.()-]/g, '')
}

/** `+84912345678`, as Zalo gives it → `0912 345 678`, as people write it. */
export function writePhone(phone: string): string {
  const [, area = '', middle = '', end = ''] = /^(?:\+84|0)(\d{3})(\d{3})(\d{3})$/.exec(phone) ?? []
  return area === '' ? phone : `0${area} ${middle} ${end}`
}

/** The report as the service takes it; only for a draft without problems. */
export function toReport(draft: Draft): NewReport {
  const { kind, categoryId, unit, content, place, namedOfficer, files, isUnder16, mayPublish, agreedTo } = draft
  if (kind === null || kind === 'legal' || categoryId === null || agreedTo === null)
    throw new Error('a draft is sent once findProblems has none')
  const orNull = (text: string) => (text.trim() === '' ? null : text.trim())
  const sender = { name: draft.name, address: draft.address, phone: orNull(draft.phone), email: orNull(draft.email) }
  return {
    ...{ kind, categoryId, content, place, namedOfficer, isUnder16, mayPublish, consentVersion: agreedTo },
    concernedUnitId: unit?.id ?? null,
    sender: saysWho(draft) ? sender : null,
    guardian: isUnder16 ? { name: draft.guardianName, phone: draft.guardianPhone } : null,
    fileIds: files.map(({ id }) => id),
    saidNotLegal: draft.saidNotLegal,
  }
}
