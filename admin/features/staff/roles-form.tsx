import { App, Button, Form } from 'antd'
import { client } from '../../api/client.ts'
import { FormProblems } from '../../ui/form-problems.tsx'
import { useFormSave } from '../../ui/use-form-save.ts'
import { useRefreshStaff } from './refresh.ts'
import { RoleGuide } from './role-guide.tsx'
import type { Grant } from './roles.ts'
import { namesOf, ROLES_LABELS, RolesFields } from './roles-fields.tsx'
import type { Member } from './words.ts'

/** All roles at once; whose they are has to sign in anew. */
export function RolesForm({ member, isMe }: { member: Member; isMe: boolean }) {
  const { message, modal } = App.useApp()
  const refresh = useRefreshStaff()
  const save = useFormSave({
    save: async ({ roles }: { roles: Grant[] }) => {
      const isSure = await modal.confirm({
        title: isMe ? 'Đổi vai trò của chính anh/chị?' : `Đổi vai trò của ${member.name}?`,
        content: `Mọi phiên đang mở của ${isMe ? 'anh/chị' : member.name} kết thúc ngay. Đăng nhập lại thì vai trò mới có hiệu lực.`,
        okText: 'Đổi vai trò',
        cancelText: 'Không',
      })
      if (!isSure) return false
      const { error } = await client.PUT('/admin/api/staff/{id}/roles', {
        params: { path: { id: member.id } },
        body: { roles },
      })
      if (error) throw error
      return true
    },
    onSaved: async (isDone) => {
      if (!isDone) return
      message.success('Đã đổi vai trò.')
      await refresh()
    },
  })
  const roles = member.roles.map(({ role, unitId }) => ({ role, unitId }))
  return (
    <section className="card wide" aria-labelledby="roles-title">
      <h2 id="roles-title">Vai trò</h2>
      <Form {...save.formProps} name="roles" initialValues={{ roles }}>
        <FormProblems save={save} labels={ROLES_LABELS} />
        <RolesFields names={namesOf(member.roles)} />
        <RoleGuide />
        <Button type="primary" htmlType="submit" loading={save.isSaving}>
          Lưu vai trò
        </Button>
      </Form>
    </section>
  )
}
