import type { PersonalData } from '../privacy/personal-data.ts'
import { deleteRecipientsOf, listReceivedBy, listWithNews } from './recipients.queries.ts'

/** Stands before the conversations themselves, which know whose a recipient is. */
export const campaignsPersonalData: PersonalData = {
  name: 'campaign_news',
  eraseOf: (tx, _ctx, { citizenId }) => deleteRecipientsOf(tx, citizenId),
  knows: listWithNews,
  exportOf: ({ db }, citizenId) => listReceivedBy(db, citizenId),
}
