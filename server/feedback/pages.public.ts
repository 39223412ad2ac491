import { AppError } from '../errors.ts'
import type { Api } from '../http/api.ts'
import type { Pages } from '../http/pages.ts'
import { ReportCode } from './feedback.schemas.ts'
import { showPublicReport } from './public-reports.usecases.ts'

const OPEN: [path: string, title: string, description: string][] = [
  ['/phan-anh', 'Phản ánh, góp ý', 'Gửi phản ánh, kiến nghị, góp ý, lời khen và theo dõi câu trả lời.'],
  ['/phan-anh/tra-cuu', 'Tra cứu phản ánh', 'Xem phản ánh đang ở đâu bằng mã và bốn số cuối điện thoại.'],
  ['/phan-anh/da-tra-loi', 'Phản ánh đã trả lời', 'Những phản ánh đã được cơ quan trả lời công khai.'],
]
const PRIVATE: [path: string, title: string][] = [
  ['/phan-anh/gui/:step', 'Gửi phản ánh, góp ý'],
  ['/phan-anh/da-gui/:code', 'Biên nhận'],
  ['/phan-anh/cua-toi', 'Việc tôi đã gửi'],
  ['/phan-anh/cua-toi/:code', 'Việc tôi đã gửi'],
  ['/phan-anh/xem/:code', 'Xem phản ánh'],
  ['/tin-cua-toi', 'Tin của tôi'],
  ['/du-lieu-cua-toi', 'Dữ liệu của tôi'],
]

/** The browser's pages of reports. What only the sender opens says nothing of what is in it. */
export function feedbackPageDoors(api: Api, pages: Pages) {
  for (const [path, title, description] of OPEN)
    api.page(path, (_, context) => pages.send(context, () => ({ title, description, path })))
  for (const [path, title] of PRIVATE)
    api.page(path, async (_, context) => pages.sendPrivate(context, { title, description: 'Chỉ người gửi xem được.' }))
  api.page('/phan-anh/da-tra-loi/:code', async (ctx, context) => {
    const code = ReportCode.safeParse(context.req.param('code'))
    if (!code.success) return pages.sendNotFound(context)
    try {
      const { title } = await showPublicReport(ctx, code.data)
      return pages.sendFresh(context, { title, description: title, path: `/phan-anh/da-tra-loi/${code.data}` })
    } catch (error) {
      if (error instanceof AppError && error.code === 'report.not_found') return pages.sendNotFound(context)
      throw error
    }
  })
}
