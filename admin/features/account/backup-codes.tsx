import { Button } from 'antd'
import { useEffect, useId } from 'react'
import { markUnsaved } from '../../ui/unsaved.ts'

/** Shown once: leaving before they are kept asks first. */
export function BackupCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const id = useId()
  useEffect(() => {
    markUnsaved(id, true)
    return () => markUnsaved(id, false)
  }, [id])
  const file = `data:text/plain;charset=utf-8,${encodeURIComponent(codes.join('\r\n'))}`
  return (
    <>
      <p className="note good" role="status">
        Đã bật xác thực hai bước.
      </p>
      <p>Mã dự phòng dùng khi mất thiết bị, mỗi mã một lần. Chúng chỉ hiện lần này: in ra hoặc cất nơi an toàn.</p>
      <ul className="backup-codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="buttons">
        <Button href={file} download="ma-du-phong.txt">
          Tải về
        </Button>
        <Button type="primary" onClick={onKept}>
          Tôi đã cất mã
        </Button>
      </div>
    </>
  )
}
