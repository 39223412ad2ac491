import { useState } from 'react'
import { citizenProblemText } from '../../api/citizen-problem-text.ts'
import { useCitizen } from '../../api/use-citizen.ts'
import { Icon } from '../../ui/icon.tsx'

/** One's own certificate as a PDF, with the whole name: only the session it belongs to may fetch it. */
export function CertificateButton({ code }: { code: string }) {
  const { ask } = useCitizen()
  const [isLoading, setLoading] = useState(false)
  const [problem, setProblem] = useState('')
  async function download() {
    setLoading(true)
    setProblem('')
    const answer = await ask(`/api/me/certificates/${code}/pdf`)
    if (answer.ok) save(await answer.blob(), `chung-nhan-${code}.pdf`)
    else setProblem(citizenProblemText(await answer.json().catch(() => undefined)))
    setLoading(false)
  }
  return (
    <div className="stack">
      <button type="button" className="button main" disabled={isLoading} onClick={() => void download()}>
        <Icon name="save" size={20} />
        {isLoading ? 'Đang tải…' : 'Tải giấy chứng nhận'}
      </button>
      {problem && (
        <p className="note bad" role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}

function save(blob: Blob, name: string) {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
