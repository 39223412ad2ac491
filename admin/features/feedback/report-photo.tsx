import { Button } from 'antd'
import { useState } from 'react'

/** A photo from the service, or why it is not there. */
export function ReportPhoto({ src, alt, onOpen }: { src: string; alt: string; onOpen?: () => void }) {
  const [tries, setTries] = useState(0)
  const [hasFailed, setFailed] = useState(false)
  if (hasFailed)
    return (
      <div className="note bad" role="alert">
        <p>Chưa mở được ảnh. Anh/chị kiểm tra mạng rồi thử lại.</p>
        <Button
          onClick={() => {
            setTries(tries + 1)
            setFailed(false)
          }}
        >
          Thử lại
        </Button>
      </div>
    )
  const photo = <img key={tries} src={src} alt={alt} onError={() => setFailed(true)} draggable={false} />
  if (onOpen === undefined) return photo
  return (
    <button type="button" className="photo" aria-haspopup="dialog" onClick={onOpen}>
      {photo}
    </button>
  )
}

export function fileAddress(reportId: string, fileId: string, redactedName?: string) {
  return `/admin/api/reports/${reportId}/files/${fileId}${redactedName === undefined ? '' : `?redacted=${redactedName}`}`
}
