import type { Context } from 'hono'
import type { Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import type { Api } from '../http/api.ts'
import type { PageHead, Pages } from '../http/pages.ts'
import { procedurePage } from '../procedures/procedure-page.rules.ts'
import { readProcedure } from '../procedures/procedures.usecases.ts'
import type { Article, DirectiveDocument, ReformIndex, Situation } from './content.schemas.ts'
import { readItem } from './content.usecases.ts'

/** Screens whose words do not depend on what is published. */
const FIXED: [path: string, title: string, description: string][] = [
  [
    '/',
    'Hành chính giáo dục Tây Ninh',
    'Tra cứu thủ tục hành chính giáo dục, cách nộp hồ sơ và theo dõi kết quả tại Tây Ninh.',
  ],
  ['/tim', 'Tìm kiếm', 'Tìm thủ tục, bài hướng dẫn và văn bản.'],
  ['/thu-tuc', 'Thủ tục hành chính', 'Danh sách thủ tục hành chính giáo dục và thủ tục thường dùng.'],
  ['/tinh-huong', 'Tình huống thường gặp', 'Trả lời vài câu hỏi để biết cần làm thủ tục nào.'],
  ['/hen-tra', 'Tính ngày hẹn trả', 'Tính ngày nhận kết quả theo ngày làm việc và ngày nghỉ.'],
  ['/ho-so', 'Tra cứu hồ sơ', 'Các cách tra cứu tình trạng hồ sơ đã nộp.'],
  ['/cam-nang', 'Cẩm nang', 'Bài hướng dẫn về cải cách hành chính và thủ tục.'],
  ['/van-ban', 'Văn bản chỉ đạo', 'Văn bản về cải cách hành chính và thủ tục.'],
  ['/chi-so', 'Chỉ số cải cách hành chính', 'PAR INDEX, SIPAS, PAPI, PCI của Tây Ninh qua các năm.'],
  ['/cua-toi', 'Của tôi', 'Thủ tục và mã hồ sơ đã lưu trên máy.'],
  ['/cai-dat', 'Cài đặt', 'Cỡ chữ, độ tương phản và giao diện.'],
  ['/chinh-sach', 'Chính sách quyền riêng tư', 'Ứng dụng giữ gì và không giữ gì về bạn.'],
  ['/gioi-thieu', 'Giới thiệu', 'Ứng dụng này của ai, số liệu lấy từ đâu.'],
]

type Describe = (ctx: Ctx, name: string, publicUrl: string) => Promise<PageHead>

const BY_NAME: Record<string, Describe> = {
  '/thu-tuc/:name': async (ctx, name, publicUrl) =>
    procedurePage(JSON.parse(String(await readProcedure(ctx, name))), publicUrl),
  '/thu-tuc/:name/in': async (ctx, name, publicUrl) =>
    procedurePage(JSON.parse(String(await readProcedure(ctx, name))), publicUrl),
  '/cam-nang/:name': async (ctx, name) => {
    const article: Article = JSON.parse(String(await readItem(ctx, 'article', name, 'article.not_found')))
    return { title: article.title, description: article.summary, path: `/cam-nang/${article.slug}` }
  },
  '/van-ban/:name': async (ctx, name) => {
    const document: DirectiveDocument = JSON.parse(String(await readItem(ctx, 'document', name, 'document.not_found')))
    return {
      title: `${document.kind} ${document.number}`,
      description: document.summary,
      path: `/van-ban/${document.slug}`,
    }
  },
  '/chi-so/:name': async (ctx, name) => {
    const index: ReformIndex = JSON.parse(String(await readItem(ctx, 'index', name, 'index.not_found')))
    return { title: `${index.name}: ${index.nameVi}`, description: index.measures, path: `/chi-so/${index.slug}` }
  },
  '/hoi-dap/:name': async (ctx, name) => {
    const reply = await readItem(ctx, 'answer', name, 'answer.not_found')
    const { slug, question }: { slug: string; question: string } = JSON.parse(String(reply))
    return { title: question, description: question, path: `/hoi-dap/${slug}` }
  },
  '/tinh-huong/:name': async (ctx, name) => {
    const situation: Situation = JSON.parse(String(await readItem(ctx, 'situation', name, 'situation.not_found')))
    return { title: situation.title, description: situation.summary, path: `/tinh-huong/${situation.slug}` }
  },
}

/** The browser's pages: the same app everywhere, with a head that says what the address is about. */
export function pageDoors(api: Api, pages: Pages) {
  for (const [path, title, description] of FIXED) {
    api.page(path, (_, context) => pages.send(context, () => ({ title, description, path })))
  }
  for (const [path, describe] of Object.entries(BY_NAME)) {
    api.page(path, async (ctx, context) => {
      try {
        return await pages.send(context, () => describe(ctx, context.req.param('name') ?? '', ctx.app.publicUrl))
      } catch (error) {
        if (error instanceof AppError && error.code.endsWith('.not_found')) return pages.sendNotFound(context)
        if (error instanceof AppError && error.code === 'content.gone') return sendGone(context, pages, error)
        throw error
      }
    })
  }
}

function sendGone(context: Context, pages: Pages, { details }: AppError) {
  return typeof details.redirectTo === 'string' ? context.redirect(details.redirectTo, 301) : pages.sendGone(context)
}
