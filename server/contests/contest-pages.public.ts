import type { Context } from 'hono'
import type { Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import type { Api } from '../http/api.ts'
import type { Pages } from '../http/pages.ts'
import { CertificateCode } from './certificates.schemas.ts'
import { showCertificate } from './certificates.usecases.ts'
import { showContest } from './home.usecases.ts'

/** Lists of a result: whoever is sent the address sees whose contest it is. */
const OF_CONTEST: [below: string, title: string][] = [
  ['', ''],
  ['/xep-hang', 'Bảng xếp hạng: '],
  ['/xep-hang-don-vi', 'Xếp hạng trường, đơn vị: '],
]
const PRIVATE: [path: string, title: string][] = [
  ['/hoi-thi/:slug/ghi-ten/:step', 'Ghi tên dự thi'],
  ['/hoi-thi/:slug/thi/:round', 'Vào thi'],
  ['/hoi-thi/:slug/ket-qua', 'Kết quả của tôi'],
  ['/hoi-thi/:slug/dap-an', 'Bài làm và đáp án'],
  ['/nguoi-giam-ho', 'Cha mẹ đồng ý cho con dự thi'],
]
const MISSING = new Set(['contest.not_found', 'certificate.not_found'])

/** The browser's pages of contests. A certificate's says no more than who scans it may see. */
export function contestPageDoors(api: Api, pages: Pages) {
  const list = { title: 'Hội thi', description: 'Hội thi tìm hiểu cải cách hành chính của ngành giáo dục.' }
  api.page('/hoi-thi', async (_, context) => pages.sendFresh(context, { ...list, path: '/hoi-thi' }))
  for (const [below, title] of OF_CONTEST)
    api.page(`/hoi-thi/:slug${below}`, (ctx, context) =>
      orNotFound(pages, context, () => describeContest(ctx, context.req.param('slug') ?? '', { below, title })),
    )
  for (const [path, title] of PRIVATE)
    api.page(path, async (_, context) =>
      pages.sendPrivate(context, { title, description: 'Chỉ người dự thi xem được.' }),
    )
  api.page('/chung-nhan/:code', (ctx, context) =>
    orNotFound(pages, context, () => describeCertificate(ctx, context.req.param('code') ?? '')),
  )
}

type Described = { title: string; description: string; path: string }

async function describeContest(ctx: Ctx, slug: string, { below, title }: { below: string; title: string }) {
  const { name, intro } = await showContest(ctx, slug)
  return { title: title + name, description: intro.slice(0, 160) || name, path: `/hoi-thi/${slug}${below}` }
}

async function describeCertificate(ctx: Ctx, code: string): Promise<Described> {
  if (!CertificateCode.safeParse(code).success) throw new AppError('certificate.not_found')
  const { contestName, publicName } = await showCertificate(ctx, code)
  return { title: 'Giấy chứng nhận', description: `${publicName}, ${contestName}`, path: `/chung-nhan/${code}` }
}

async function orNotFound(pages: Pages, context: Context, describe: () => Promise<Described>) {
  try {
    return pages.sendFresh(context, await describe())
  } catch (error) {
    if (error instanceof AppError && MISSING.has(error.code)) return pages.sendNotFound(context)
    throw error
  }
}
