import { useQueryClient } from '@tanstack/react-query'
import { Button, Form, Input, Select } from 'antd'
import { useState } from 'react'
import { client, newKey } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import type { Me, Permission } from '../account/session.ts'
import { UnitSelect } from '../units/unit-select.tsx'
import type { MadeTokenFacts } from './made-token.tsx'
import { PermissionList } from './permission-list.tsx'
import { TOKENS_KEY } from './token-state.tsx'

type Values = { name: string; unitId: string; permissions: Permission[]; expiresInDays: number }
const LABELS = {
  name: 'Tên hệ thống',
  unitId: 'Đơn vị',
  permissions: 'Được làm những việc',
  expiresInDays: 'Dùng trong',
}
const DAYS = [7, 30, 90, 180, 365].map((days) => ({ value: days, label: `${days} ngày` }))

/** A key with what its maker may for the unit, or less. */
export function NewTokenForm({ me, onMade }: { me: Me; onMade: (made: MadeTokenFacts) => void }) {
  const cache = useQueryClient()
  const [key] = useState(newKey)
  const ours = me.roles.find(({ unitId }) => mayFor(me, 'tokens.manage', unitId))
  const save = useFormSave({
    save: async ({ permissions, ...values }: Values) => {
      const offered = permissions.filter((permission) => mayFor(me, permission, values.unitId))
      const body = { ...values, name: values.name.trim(), permissions: offered }
      const { data, error } = await client.POST('/admin/api/tokens', { headers: { 'idempotency-key': key }, body })
      if (error) throw error
      return data
    },
    onSaved: async ({ token, expiresAt }, { name }) => {
      onMade({ name, token, expiresAt })
      await cache.invalidateQueries({ queryKey: TOKENS_KEY })
    },
  })
  const unitId = Form.useWatch('unitId', save.form)
  const offered = me.permissions
    .map(({ permission }) => permission)
    .filter((permission) => unitId !== undefined && mayFor(me, permission, unitId))
  return (
    <section className="card staff-form" aria-labelledby="new-token">
      <h2 id="new-token">Tạo mã</h2>
      <Form {...save.formProps} name="new-token" initialValues={{ unitId: ours?.unitId, expiresInDays: 90 }}>
        <FormProblems save={save} labels={LABELS} />
        <Form.Item
          name="name"
          label={LABELS.name}
          extra="Ví dụ: Cổng thông tin điện tử xã Mỹ Lộc."
          rules={[{ required: true, whitespace: true, message: 'Chưa điền tên hệ thống' }]}
        >
          <Input maxLength={80} autoFocus />
        </Form.Item>
        <Form.Item
          name="unitId"
          label={LABELS.unitId}
          extra="Mã có hiệu lực trong đơn vị này và mọi đơn vị trực thuộc."
          rules={[
            { required: true, message: 'Chưa chọn đơn vị' },
            {
              validator: (_, chosen?: string) =>
                chosen === undefined || mayFor(me, 'tokens.manage', chosen)
                  ? Promise.resolve()
                  : Promise.reject('Anh/chị chỉ tạo được mã cho các đơn vị mình quản trị'),
            },
          ]}
        >
          <UnitSelect chosenName={ours?.unitName} />
        </Form.Item>
        <Form.Item name="permissions" rules={[{ required: true, type: 'array', message: 'Chọn ít nhất một việc' }]}>
          <PermissionList legend={LABELS.permissions} offered={offered} />
        </Form.Item>
        <Form.Item name="expiresInDays" label={LABELS.expiresInDays}>
          <Select options={DAYS} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={save.isSaving}>
          Tạo mã
        </Button>
      </Form>
    </section>
  )
}

function mayFor(me: Me, permission: Permission, unitId: string) {
  return me.permissions.some((held) => held.permission === permission && held.unitIds.includes(unitId))
}
