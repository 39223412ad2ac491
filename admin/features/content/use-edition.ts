import { api } from '../../api/client.ts'

/** Under which the edition is kept, for whoever has a newer one. */
export function editionKey(id: string) {
  return api.queryOptions('get', '/admin/api/editions/{id}', { params: { path: { id } } }).queryKey
}

export function useEdition(id: string) {
  return api.useQuery('get', '/admin/api/editions/{id}', { params: { path: { id } } })
}
