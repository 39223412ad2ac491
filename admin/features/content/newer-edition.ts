import { client } from '../../api/client.ts'
import type { Edition } from './entry.ts'

/** What a colleague saved while somebody typed here, and who that was. */
export type Newer = { edition: Edition; by: string | undefined }

export async function readNewer({ id, entryId }: Edition): Promise<Newer | undefined> {
  const [edition, timeline] = await Promise.all([
    client.GET('/admin/api/editions/{id}', { params: { path: { id } } }),
    client.GET('/admin/api/entries/{id}/timeline', { params: { path: { id: entryId } } }),
  ])
  const last = timeline.data?.items.find(({ action }) => action.startsWith('edition.'))
  return edition.data && { edition: edition.data, by: last?.actorName }
}
