import { api } from '../../api/client.ts'

/** What a unit is called today; nothing until the service has said so. */
export function useUnitName(id: string | undefined): string | undefined {
  const params = { path: { id: id ?? '' }, query: {} }
  const asked = api.useQuery('get', '/admin/api/units/{id}', { params }, { enabled: id !== undefined })
  return asked.data?.name
}

/** Its id stands in for the name of one that cannot be asked for. */
export function UnitName({ id }: { id: string }) {
  return <>{useUnitName(id) ?? id}</>
}
