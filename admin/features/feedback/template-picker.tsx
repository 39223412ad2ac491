import { Select } from 'antd'
import { api } from '../../api/client.ts'
import { may, useMe } from '../account/session.ts'
import type { Template } from './words.ts'

type Props = { use: Template['use']; categoryId: string; onPick: (text: string) => void }

/** Texts of the unit to begin from; those of the report's own category first. */
export function TemplatePicker({ use, categoryId, onPick }: Props) {
  const { data: me } = useMe()
  const isWanted = me !== undefined && may(me, 'feedback.note')
  const templates = api.useQuery('get', '/admin/api/feedback/templates', {}, { enabled: isWanted })
  const fitting = (templates.data?.items ?? [])
    .filter((each) => each.isActive && each.use === use)
    .filter((each) => each.categoryId === null || each.categoryId === categoryId)
    .sort((one, other) => Number(one.categoryId === null) - Number(other.categoryId === null))
  if (fitting.length === 0) return null
  return (
    <Select
      aria-label="Chèn mẫu có sẵn"
      placeholder="Chèn mẫu có sẵn"
      value={null}
      options={fitting.map(({ id, title }) => ({ value: id, label: title }))}
      onChange={(id: string) => onPick(fitting.find((each) => each.id === id)?.text ?? '')}
    />
  )
}
