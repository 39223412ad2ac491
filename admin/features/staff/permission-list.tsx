import { Checkbox } from 'antd'
import type { Permission } from '../account/session.ts'
import { PERMISSION_WORDS } from './roles.ts'

/** What a form's field is given, and what there is to choose from. */
export function PermissionList({
  id,
  value = [],
  onChange,
  offered,
  legend,
}: {
  id?: string
  value?: Permission[]
  onChange?: (chosen: Permission[]) => void
  offered: Permission[]
  legend: string
}) {
  function toggle(permission: Permission, isChosen: boolean) {
    onChange?.(isChosen ? [...value, permission] : value.filter((each) => each !== permission))
  }
  return (
    <fieldset className="plain-fieldset permission-list">
      <legend>{legend}</legend>
      {offered.map((permission, at) => (
        <Checkbox
          key={permission}
          id={at === 0 ? id : undefined}
          checked={value.includes(permission)}
          onChange={({ target }) => toggle(permission, target.checked)}
        >
          {PERMISSION_WORDS[permission]}
        </Checkbox>
      ))}
      {offered.length === 0 && <p className="caption">Chọn đơn vị trước.</p>}
    </fieldset>
  )
}
