import { useState } from 'react'
import { citizenProblemText } from '../../api/citizen-problem-text.ts'
import { useCitizen } from '../../api/use-citizen.ts'
import { Icon } from '../../ui/icon.tsx'

type Props = { path: string; fileName: string; label: string; isMain?: boolean }

/** A file that only the session it belongs to may fetch, so no address to open but bytes to keep. */
export function OwnFileButton({ path, fileName, label, isMain = false }: Props) {
  const { ask } = useCitizen()
  const [isLoading, setLoading] = useState(false)
  const [problem, setProblem] = useState('')
  async function download() {
    setLoading(true)
    setProblem('')
    const answer = await ask(path)
    if (answer.ok) save(await answer.blob(), fileName)
    else setProblem(citizenProblemText(await answer.json().catch(() => undefined)))
    setLoading(false)
  }
  return (
    <div className="stack">
      <button
        type="button"
        className={isMain ? 'button main' : 'button'}
        disabled={isLoading}
        onClick={() => void download()}
      >
        <Icon name="save" size={20} />
        {isLoading ? 'Đang tải…' : label}
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
