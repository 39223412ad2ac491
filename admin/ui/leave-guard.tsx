import { Button, Modal } from 'antd'
import { useEffect } from 'react'
import { useBlocker } from 'react-router-dom'
import { hasUnsaved } from './unsaved.ts'

/** Asks before a screen is left with something typed and not saved. */
export function LeaveGuard() {
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => hasUnsaved() && currentLocation.pathname !== nextLocation.pathname,
  )
  useEffect(() => {
    function onLeave(event: BeforeUnloadEvent) {
      if (hasUnsaved()) event.preventDefault()
    }
    addEventListener('beforeunload', onLeave)
    return () => removeEventListener('beforeunload', onLeave)
  }, [])
  return (
    <Modal
      open={blocker.state === 'blocked'}
      title="Nội dung chưa lưu"
      onCancel={() => blocker.reset?.()}
      footer={[
        <Button key="leave" danger onClick={() => blocker.proceed?.()}>
          Rời đi, bỏ nội dung
        </Button>,
        <Button key="stay" type="primary" onClick={() => blocker.reset?.()}>
          Ở lại
        </Button>,
      ]}
      destroyOnHidden
    >
      <p>Những gì anh/chị vừa nhập ở màn hình này chưa được lưu và sẽ mất nếu rời đi.</p>
    </Modal>
  )
}
