import type { PersonalData } from '../privacy/personal-data.ts'
import { deleteFilesOf, listFilesOf, listWithFiles } from './report-files.queries.ts'

export const reportFilesPersonalData: PersonalData = {
  name: 'files',
  async filesOf(db, citizenId) {
    const files = await listFilesOf(db, citizenId)
    return files.flatMap(({ id, redactedName }) => [id, redactedName ?? id])
  },
  eraseOf: (tx, _ctx, { citizenId }) => deleteFilesOf(tx, citizenId),
  knows: listWithFiles,
  async exportOf({ db }, citizenId) {
    const files = await listFilesOf(db, citizenId)
    return files.map(({ id, kind, bytes, createdAt }) => ({ id, kind, bytes, createdAt }))
  },
}
