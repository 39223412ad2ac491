import { AppError } from '../errors.ts'
import type { Api } from '../http/api.ts'
import type { Pages } from '../http/pages.ts'
import { showCampaign } from './campaigns.usecases.ts'

/** The browser's page of a campaign: whoever is sent the address sees what it is about. */
export function campaignPageDoors(api: Api, pages: Pages) {
  api.page('/chien-dich/:slug', async (ctx, context) => {
    try {
      const { slug, name, goals } = await showCampaign(ctx, context.req.param('slug') ?? '')
      const description = goals.slice(0, 160) || name
      return pages.sendFresh(context, { title: name, description, path: `/chien-dich/${slug}` })
    } catch (error) {
      if (error instanceof AppError && error.code === 'campaign.not_found') return pages.sendNotFound(context)
      throw error
    }
  })
}
