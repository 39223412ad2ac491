import { z } from '@hono/zod-openapi'
import type { Api } from '../http/api.ts'
import type { Pages } from '../http/pages.ts'
import { route } from '../http/route.ts'
import { readPreview } from './previews.usecases.ts'
import { Preview } from './publishing.schemas.ts'

const preview = route('GET /api/previews/{token}', {
  summary: 'A draft, for whoever was given the address',
  access: 'anyone',
  params: z.object({ token: z.string().min(10).max(64) }),
  reply: Preview,
  problems: ['preview.not_found', 'preview.too_many', 'edition.not_ready'],
})

export function previewDoors(api: Api) {
  api.serve(preview, (ctx, { params }, from) => readPreview(ctx, params.token, from))
}

/** The app opens a preview like any other screen; nobody keeps the page and no search engine lists it. */
export function previewPageDoors(api: Api, pages: Pages) {
  api.page('/xem-truoc/:token', async (_, context) => pages.sendPreview(context))
}
