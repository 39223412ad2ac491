import type { PersonalData } from '../privacy/personal-data.ts'
import { deleteInboxOf, listWholeInboxOf, listWithInbox } from './inbox.queries.ts'

export const inboxPersonalData: PersonalData = {
  name: 'messages',
  eraseOf: (tx, _ctx, { citizenId }) => deleteInboxOf(tx, { citizenId }),
  knows: listWithInbox,
  async exportOf({ db }, citizenId) {
    const rows = await listWholeInboxOf(db, citizenId)
    return rows.map(({ template, params, at, readAt }) => ({ template, params: JSON.parse(params), at, readAt }))
  },
}
