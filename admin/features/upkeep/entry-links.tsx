import { api } from '../../api/client.ts'
import { fieldName } from '../content/field-names.ts'
import { linkText } from './words.ts'

/** Warns of addresses in what is being written that lead nowhere or elsewhere; it stops nothing. */
export function EntryLinks({ entryId, isUnfolded = false }: { entryId: string; isUnfolded?: boolean }) {
  const { data } = api.useQuery('get', '/admin/api/entries/{id}/links', { params: { path: { id: entryId } } })
  const unwell = data?.items.filter(({ check }) => check && check.state !== 'ok') ?? []
  if (unwell.length === 0) return null
  return (
    <details className="note warn" open={isUnfolded}>
      <summary>Liên kết cần xem lại: {unwell.length}</summary>
      <ul>
        {unwell.map(({ address, field, check }) => (
          <li key={address}>
            {field !== '' && `${fieldName(field)}: `}
            <span className="address">{address}</span>. {check && linkText(check)}
          </li>
        ))}
      </ul>
      {isUnfolded && <p>Vẫn công bố được. Người đọc bấm vào các liên kết này sẽ gặp lỗi, nên sửa trước thì hơn.</p>}
    </details>
  )
}
