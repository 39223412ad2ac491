import { appLink } from '../chat/app-link.ts'
import type { Intent, Option, Say } from '../chat/intent.ts'
import { joinParts, writeDistrust, writeProvenance } from '../chat/provenance.rules.ts'
import { findReply } from '../content/content.queries.ts'
import type { Article } from '../content/content.schemas.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { readDossierCode } from './dossier-code.rules.ts'

const PORTAL = 'https://dichvucong.gov.vn'
const HOW_TO = 'tra-cuu-ho-so'
const ASKING = new Set([
  ...[
    'tra cuu ho so',
    'tra ho so',
    'xem ho so',
    'kiem tra ho so',
    'theo doi ho so',
    'tra cuu ho so da nop',
    'ma ho so',
  ],
  ...[
    'tinh trang ho so',
    'tra cuu tinh trang ho so',
    'ho so cua toi',
    'ho so toi dau roi',
    'ho so cua toi toi dau roi',
  ],
  ...['tra ma ho so', 'tra cuu ma ho so', 'ho so xong chua', 'ho so da nop'],
])
const MORE = [
  ['ho-so-tre-han', 'Hồ sơ đã quá ngày hẹn'],
  ['trung-tam-phuc-vu-hanh-chinh-cong', 'Hỏi tại Trung tâm Phục vụ hành chính công'],
  ['tra-cuu-kiosk-tin-nhan', 'Tra bằng kiốt, mã QR, tin nhắn'],
  ['zalo-hanh-chinh-cong', 'Qua Zalo của Cổng hành chính công'],
] as const

/** We hold no dossier: this says so, and leads to where it can be seen. */
export const dossiersIntent: Intent = {
  name: 'dossiers',
  doing: 'tra cứu hồ sơ',
  lastsMs: 0,
  begins: ({ folded, heard }) => ASKING.has(folded) || readDossierCode(heard.text) !== undefined,
  start: async (ctx, heard) => ({ say: [await sayWays(ctx, readDossierCode(heard.text))], next: 'done' }),
  resume: async () => undefined,
  ask: async () => [],
}

async function sayWays(ctx: Ctx<Citizen>, code: string | undefined): Promise<Say> {
  const reply = await findReply(ctx.db, 'article', HOW_TO)
  const article: Article | undefined = reply && JSON.parse(String(reply))
  const distrust = article && writeDistrust(article.title, article, vietnamDate(ctx.now()))
  const head = code === undefined ? 'Tra cứu hồ sơ đã nộp' : `Mã hồ sơ ${code}`
  const honest =
    'Trợ lý không nối với hệ thống hồ sơ nên không xem được hồ sơ đang ở bước nào. Anh/chị xem ở nơi chính thức:'
  const ways = [
    `• Cổng Dịch vụ công quốc gia, mục tra cứu hồ sơ: gõ đúng mã${code === undefined ? ' in trên giấy hẹn' : ` ${code}`}.`,
    '• Đã nộp trên mạng: đăng nhập bằng VNeID, xem danh sách hồ sơ của mình.',
    '• Tại nơi đã nộp: mang theo giấy hẹn.',
  ].join('\n')
  const provenance = distrust ?? (article && writeProvenance(article))
  return {
    text: joinParts([head, honest, article === undefined || distrust !== undefined ? '' : ways, provenance]),
    options: await moreOptions(ctx),
    links: [
      { title: 'Cổng Dịch vụ công quốc gia', url: PORTAL },
      { title: 'Lưu mã trong ứng dụng', url: appLink(ctx.app, '/ho-so') },
    ],
  }
}

async function moreOptions({ db }: Ctx<Citizen>): Promise<Option[]> {
  const replies = await Promise.all(MORE.map(([slug]) => findReply(db, 'article', slug)))
  return MORE.filter((_, at) => replies[at] !== undefined).map(([slug, label]) => ({ label, payload: `Bài #${slug}` }))
}
