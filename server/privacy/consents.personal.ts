import { listConsents, listWithConsents } from './consents.queries.ts'
import type { PersonalData } from './personal-data.ts'

export const consentsPersonalData: PersonalData = {
  name: 'consents',
  // Kept as evidence, under an id that belongs to nobody any more; the withdrawal is written with the erasure.
  eraseOf: async () => {},
  knows: listWithConsents,
  async exportOf({ db }, citizenId) {
    const rows = await listConsents(db, citizenId)
    return rows.map(({ purpose, act, textVersion, channel, isGuardian, at }) => ({
      ...{ purpose, act, textVersion, channel, isGuardian, at },
    }))
  },
}
