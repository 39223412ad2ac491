import { useEffect, useState } from 'react'
import { useCitizen } from '../../api/use-citizen.ts'

type File = { id: string; kind: 'image' | 'pdf' }

/** Only the sender may fetch these, with the session, so they are shown from memory. */
export function OwnFiles({ code, files }: { code: string; files: File[] }) {
  if (files.length === 0) return null
  return (
    <ul className="own-photos" aria-label="Ảnh, tệp đã gửi">
      {files.map((file, at) => (
        <li key={file.id}>
          <OwnFile code={code} file={file} name={`${file.kind === 'image' ? 'Ảnh' : 'Tệp PDF'} ${at + 1}`} />
        </li>
      ))}
    </ul>
  )
}

function OwnFile({ code, file: { id, kind }, name }: { code: string; file: File; name: string }) {
  const { download } = useCitizen()
  const [shown, setShown] = useState<string | 'failed'>()
  useEffect(() => {
    let url: string | undefined
    let isGone = false
    void download(`/api/me/feedback/${code}/files/${id}`).then(async (answer) => {
      if (isGone) return
      if (!answer.ok) return setShown('failed')
      url = URL.createObjectURL(await answer.blob())
      setShown(url)
    })
    return () => {
      isGone = true
      if (url) URL.revokeObjectURL(url)
    }
  }, [download, code, id])
  if (shown === undefined) return <p className="caption">Đang tải {name.toLowerCase()}…</p>
  if (shown === 'failed') return <p className="caption">{name}: chưa tải được</p>
  if (kind === 'image') return <img src={shown} alt={`${name} bạn đã gửi`} />
  return (
    <a className="button" href={shown} download={`${code}.pdf`}>
      {name}
    </a>
  )
}
