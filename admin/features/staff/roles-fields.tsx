import { Button, Form, Select } from 'antd'
import { type Me, useMe } from '../account/session.ts'
import { UnitSelect } from '../units/unit-select.tsx'
import { type Grant, ROLE_OPTIONS } from './roles.ts'
import './staff.css'

const MOST_ROLES = 20

export const ROLES_LABELS = { 'roles.*.role': 'Vai trò', 'roles.*.unitId': 'Đơn vị' }

/** One line per role and the unit it is for; `names` are those of units chosen before. */
export function RolesFields({ names = {} }: { names?: Record<string, string> }) {
  const { data: me } = useMe()
  const form = Form.useFormInstance<{ roles: Partial<Grant>[] }>()
  const known: Record<string, string> = { ...namesOf(me?.roles ?? []), ...names }
  return (
    <fieldset className="plain-fieldset">
      <legend className="only-heard">Vai trò và đơn vị</legend>
      <Form.List name="roles">
        {(lines, { add, remove }) => (
          <>
            {lines.map(({ key, name: at }) => (
              <div key={key} className="role-line">
                <Form.Item
                  name={[at, 'role']}
                  label={`Vai trò ${at + 1}`}
                  rules={[{ required: true, message: 'Chưa chọn vai trò' }]}
                >
                  <Select options={ROLE_OPTIONS} placeholder="Chọn vai trò" />
                </Form.Item>
                <Form.Item
                  name={[at, 'unitId']}
                  label={`Đơn vị của vai trò ${at + 1}`}
                  dependencies={[['roles', at, 'role']]}
                  rules={[
                    { required: true, message: 'Chưa chọn đơn vị' },
                    { validator: (_, unitId?: string) => refuse(unitProblem(me, unitId)) },
                    { validator: () => refuse(twiceProblem(form.getFieldValue('roles') ?? [], at)) },
                  ]}
                >
                  <KnownUnit names={known} />
                </Form.Item>
                {lines.length > 1 && (
                  <Button aria-label={`Bỏ vai trò ${at + 1}`} onClick={() => remove(at)}>
                    Bỏ
                  </Button>
                )}
              </div>
            ))}
            {lines.length < MOST_ROLES && <Button onClick={() => add({})}>Thêm vai trò</Button>}
          </>
        )}
      </Form.List>
    </fieldset>
  )
}

/** What antd gives a field, and the name of the unit it begins with. */
function KnownUnit({
  names,
  ...field
}: {
  names: Record<string, string>
  id?: string
  value?: string
  onChange?: (id: string) => void
}) {
  return <UnitSelect {...field} chosenName={field.value === undefined ? undefined : names[field.value]} />
}

export function namesOf(roles: { unitId: string; unitName: string }[]) {
  return Object.fromEntries(roles.map(({ unitId, unitName }) => [unitId, unitName]))
}

function unitProblem(me: Me | undefined, unitId: string | undefined) {
  const mine = me?.permissions.find(({ permission }) => permission === 'staff.manage')
  if (unitId === undefined || mine === undefined || mine.unitIds.includes(unitId)) return undefined
  return 'Anh/chị chỉ giao được vai trò trong các đơn vị mình quản trị'
}

function twiceProblem(roles: Partial<Grant>[], at: number) {
  const { role, unitId } = roles[at] ?? {}
  if (role === undefined || unitId === undefined) return undefined
  const first = roles.findIndex((each) => each.role === role && each.unitId === unitId)
  return first < at ? `Trùng với vai trò ${first + 1}` : undefined
}

function refuse(problem: string | undefined) {
  return problem === undefined ? Promise.resolve() : Promise.reject(problem)
}
