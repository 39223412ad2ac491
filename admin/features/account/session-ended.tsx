import { useQueryClient } from '@tanstack/react-query'
import { Modal } from 'antd'
import { useEffect, useState } from 'react'
import { client } from '../../api/client.ts'
import { onSignedOut } from '../../api/session-end.ts'
import { type Me, useRefreshMe } from './session.ts'
import { SignInForm } from './sign-in-form.tsx'

/** A session that ends in the middle of work asks for the password over the screen, where what was typed stays. */
export function SessionEnded({ me }: { me: Me }) {
  const [hasEnded, setEnded] = useState(false)
  const cache = useQueryClient()
  const refreshMe = useRefreshMe()
  useEffect(() => onSignedOut(() => setEnded(true)), [])

  async function goOn() {
    const { data } = await client.GET('/admin/api/me')
    // Somebody else sits here now: nothing of the screen below is theirs.
    if (data?.id !== me.id) return location.assign('/admin')
    setEnded(false)
    await refreshMe()
    await cache.refetchQueries({ predicate: ({ state }) => state.status === 'error' })
  }
  return (
    <Modal
      open={hasEnded}
      closable={false}
      footer={null}
      title="Phiên làm việc đã hết"
      afterOpenChange={focusPassword}
      destroyOnHidden
      width={400}
    >
      <p>Anh/chị đăng nhập lại để làm tiếp. Nội dung đang nhập vẫn còn trên màn hình.</p>
      <SignInForm email={me.email} onSignedIn={goOn} />
    </Modal>
  )
}

/** The dialog takes the focus to itself when it opens; the one thing to type is the password. */
function focusPassword(isOpen: boolean) {
  if (isOpen) document.querySelector<HTMLInputElement>('[role="dialog"] input[type="password"]')?.focus()
}
