import type { PersonalData } from '../privacy/personal-data.ts'
import { deleteCitizen, findCitizen, listSessions, listWithSessions } from './citizens.queries.ts'

export const citizensPersonalData: PersonalData = {
  name: 'citizen',
  eraseOf: (tx, _ctx, { citizenId }) => deleteCitizen(tx, citizenId),
  knows: listWithSessions,
  async exportOf({ db, sealing }, citizenId) {
    const citizen = await findCitizen(db, citizenId)
    if (citizen === undefined) return null
    const { id, kind, zaloIdSealed, createdAt } = citizen
    const sessions = await listSessions(db, citizenId)
    return {
      kind,
      zaloId: zaloIdSealed && sealing.open({ table: 'citizens', column: 'zalo_id_sealed', rowId: id }, zaloIdSealed),
      createdAt,
      sessions: sessions.map(({ kind, createdAt, lastSeenAt, expiresAt, revokedAt }) => ({
        ...{ kind, createdAt, lastSeenAt, expiresAt, revokedAt },
      })),
    }
  },
}
