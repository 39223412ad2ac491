import { appLink } from '../chat/app-link.ts'
import { choice, toOptions } from '../chat/choosing.ts'
import type { Say } from '../chat/intent.ts'
import { tellDate } from '../chat/told.ts'
import type { Ctx } from '../ctx.ts'
import { PURPOSES } from '../privacy/purposes.ts'
import { mustSayWho, type ReportDraft, type ReportState } from './report-draft.rules.ts'
import * as words from './report-words.chat.ts'
import { listPublicCategories } from './settings.usecases.ts'

const LEGAL_PAGE = '/cam-nang/khieu-nai-to-cao'
const EXCERPT = 300

/** What the report's conversation asks at this step. */
export async function askStep(ctx: Ctx, state: ReportState): Promise<Say[]> {
  const { step, draft } = state
  if (step === 'consent') return [{ text: consentText(draft), options: toOptions(words.AGREE) }]
  if (step === 'publish') return [{ text: publishText(), options: toOptions(words.PUBLISH) }]
  if (step === 'review') return [{ text: await reviewText(ctx, draft), options: toOptions(words.REVIEW) }]
  if (step === 'similar') return [similarSay(ctx, state)]
  if (step === 'name') return [{ text: nameText(draft) }]
  if (step === 'unit' && state.found.length > 0)
    return [{ text: words.WHICH_UNIT, options: toOptions(unitChoices(state)) }]
  const text = words.QUESTIONS[step]
  if (step === 'kind') return [{ text, options: toOptions(words.KINDS) }]
  if (step === 'category') return [{ text, options: toOptions(await categoryChoices(ctx)) }]
  if (step === 'age') return [{ text, options: toOptions(words.AGES) }]
  if (step === 'fix') return [{ text, options: toOptions(words.FIXES) }]
  if (step === 'files') return [{ text, options: toOptions([words.NO_FILES]) }]
  if (step !== 'legal') return [{ text }]
  const links = [{ title: 'Cách gửi và nơi gửi đơn', url: appLink(ctx.app, LEGAL_PAGE) }]
  return [{ text, options: toOptions([words.NOT_LEGAL]), links }]
}

export async function categoryChoices(ctx: Ctx) {
  const { items } = await listPublicCategories(ctx)
  return items.map(({ id, name }) => choice('Mục', id, name))
}

export function unitChoices({ found }: Pick<ReportState, 'found'>) {
  return [...found.map(({ id, name }) => choice<string>('Nơi', id, name)), words.NOT_LISTED]
}

/** Each is "tôi cũng gặp" of one answer; the last goes on with the report. */
export function similarChoices({ found }: Pick<ReportState, 'found'>) {
  return [...found.map(({ id, name }) => choice<string>('Tôi cũng gặp', id, name)), words.OTHER_MATTER]
}

function similarSay(ctx: Ctx, { found }: ReportState): Say {
  return {
    text:
      'Có thể việc này đã có câu trả lời. Anh/chị mở ra xem; nếu đúng việc của mình, chọn số của nó để ghi “tôi cũng gặp”, ' +
      'không cần gửi lại.',
    options: toOptions(similarChoices({ found })),
    links: found.map(({ id, name }) => ({ title: name, url: appLink(ctx.app, `/phan-anh/da-tra-loi/${id}`) })),
  }
}

function nameText(draft: ReportDraft): string {
  const ask = words.QUESTIONS.name
  return mustSayWho(draft) ? `${words.WHO_SEES}\n${ask}` : `${ask} ${words.NAME_MAY_STAY_OUT}`
}

function publishText(): string {
  const { text, retention } = PURPOSES['feedback.publishing']
  return `Anh/chị có cho đăng để người khác cùng đọc không ạ? Không bắt buộc.\n“${text}”\nGiữ: ${retention}.`
}

function consentText({ isUnder16 }: ReportDraft): string {
  const { text, retention, recipients, textVersion } = PURPOSES['feedback.handling']
  const who = isUnder16 ? 'bạn và người giám hộ' : 'anh/chị'
  return (
    `Trước khi gửi, ${who} đọc giúp lời đồng ý này (bản ${textVersion}):\n“${text}”\nGiữ: ${retention}. ` +
    `Người xem: ${recipients.join(', ')}.`
  )
}

async function reviewText(ctx: Ctx, draft: ReportDraft): Promise<string> {
  const { items } = await listPublicCategories(ctx)
  const kind = words.KINDS.find(({ value }) => value === draft.kind)?.label
  const who = [draft.name, draft.address, draft.phone, draft.email].filter((part) => part !== '').join(', ')
  const guardian = draft.isUnder16 ? `${draft.guardianName}, ${draft.guardianPhone}` : ''
  const lines: [string, string | undefined][] = [
    ['Loại', kind],
    ['Mục', items.find(({ id }) => id === draft.categoryId)?.name],
    ['Trường, cơ quan', draft.unit?.name],
    ['Nội dung', shorten(draft.content)],
    ['Nơi xảy ra', draft.place],
    ['Người liên quan', draft.namedOfficer],
    ['Ảnh, tệp', draft.fileIds.length === 0 ? 'không có' : `${draft.fileIds.length}`],
    ['Người gửi', who === '' ? 'không ghi tên' : who],
    ['Người giám hộ', guardian],
    ['Đăng công khai', draft.mayPublish ? 'có, sau khi che thông tin' : 'không'],
  ]
  const told = lines.filter(([, value]) => value).map(([title, value]) => `• ${title}: ${value}`)
  return [words.CONFIRM, ...told].join('\n')
}

function shorten(text: string) {
  return text.length > EXCERPT ? `${text.slice(0, EXCERPT)}…` : text
}

/** `PA23456789` → `PA-2345-6789`, as it is read aloud and typed again. */
export function tellCode(code: string): string {
  return [code.slice(0, 2), code.slice(2, 6), code.slice(6)].join('-')
}

type Receipt = { code: string; linkToken: string; unitName: string; dueAt: string | null; isDueApproximate: boolean }

export function receiptSays(ctx: Ctx, receipt: Receipt): Say[] {
  const { code, linkToken, unitName, dueAt, isDueApproximate } = receipt
  const due = dueAt === null ? 'chưa có thông tin' : `${isDueApproximate ? 'khoảng ' : ''}ngày ${tellDate(dueAt)}`
  const aloud = [...code].join(' ')
  return [
    {
      text:
        `Đã gửi xong ạ. Mã của anh/chị: ${tellCode(code)}\n(đọc từng chữ: ${aloud})\n` +
        `Nơi nhận: ${unitName}.\nHạn trả lời: ${due}.\n` +
        `Anh/chị chụp lại màn hình này. Muốn biết tới đâu, nhắn “${tellCode(code)}” bất cứ lúc nào.`,
      links: [
        {
          title: 'Đường dẫn riêng, ai có sẽ xem được phiếu',
          url: `${ctx.app.publicUrl}/phan-anh/xem/${code}#${linkToken}`,
        },
      ],
    },
  ]
}
