import { type ReactNode, Suspense } from 'react'
import { may, type Permission, useMe } from '../features/account/session.ts'
import { ScreenFrame } from './screen-frame.tsx'
import { Empty, Waiting } from './states.tsx'

/** A screen for those who hold the permission; the service asks again at every door. */
export function Permitted({ permission, children }: { permission: Permission | undefined; children: ReactNode }) {
  const { data: me } = useMe()
  if (permission !== undefined && me && !may(me, permission))
    return (
      <ScreenFrame title="Chưa được giao quyền">
        <Empty>Tài khoản của anh/chị chưa được giao quyền mở mục này. Liên hệ người quản trị đơn vị.</Empty>
      </ScreenFrame>
    )
  return <Suspense fallback={<Waiting />}>{children}</Suspense>
}
