import { useEffect, useState } from 'react'

type File = { id: string; kind: 'image' | 'pdf' }
/** The same function for as long as the report is the same. */
type FetchFile = (id: string) => Promise<Response>

/** Who may see the report alone may fetch these, so no address shows them: they are shown from memory. */
export function OwnFiles({ files, fetchFile }: { files: File[]; fetchFile: FetchFile }) {
  if (files.length === 0) return null
  return (
    <ul className="own-photos" aria-label="Ảnh, tệp đã gửi">
      {files.map((file, at) => (
        <li key={file.id}>
          <OwnFile fetchFile={fetchFile} file={file} name={`${file.kind === 'image' ? 'Ảnh' : 'Tệp PDF'} ${at + 1}`} />
        </li>
      ))}
    </ul>
  )
}

type Props = { fetchFile: FetchFile; file: File; name: string }

function OwnFile({ fetchFile, file: { id, kind }, name }: Props) {
  const [shown, setShown] = useState<string | 'failed'>()
  useEffect(() => {
    let url: string | undefined
    let isGone = false
    void fetchFile(id).then(async (answer) => {
      if (isGone) return
      if (!answer.ok) return setShown('failed')
      url = URL.createObjectURL(await answer.blob())
      setShown(url)
    })
    return () => {
      isGone = true
      if (url) URL.revokeObjectURL(url)
    }
  }, [fetchFile, id])
  if (shown === undefined) return <p className="caption">Đang tải {name.toLowerCase()}…</p>
  if (shown === 'failed') return <p className="caption">{name}: chưa tải được</p>
  if (kind === 'image') return <img src={shown} alt={`${name} đã gửi`} />
  return (
    <a className="button" href={shown} download={`${name}.pdf`}>
      {name}
    </a>
  )
}
