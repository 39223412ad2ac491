import type { PersonalData } from '../privacy/personal-data.ts'
import { deleteOutboxOf, listOutboxOf, listWithOutbox } from './outbox.queries.ts'

export const outboxPersonalData: PersonalData = {
  name: 'messagesSent',
  eraseOf: (tx, _ctx, { citizenId }) => deleteOutboxOf(tx, { citizenId }),
  knows: listWithOutbox,
  async exportOf({ db }, citizenId) {
    const rows = await listOutboxOf(db, citizenId)
    return rows.map(({ template, params, state, createdAt, sentAt }) => ({
      ...{ template, state, createdAt, sentAt },
      params: JSON.parse(params),
    }))
  },
}
