import { lazy, type ReactNode } from 'react'
import type { Asked } from '../api/client.ts'
import { codeOf, problemText } from '../api/problem-text.ts'

const Gone = lazy(() => import('./gone.tsx'))

export function Waiting() {
  return (
    <div className="skeleton" role="status">
      <span aria-hidden="true" />
      <span aria-hidden="true" />
      <span aria-hidden="true" />
      <p className="only-heard">Đang tải</p>
    </div>
  )
}

export function Failed({ problem, onRetry }: { problem: unknown; onRetry: () => void }) {
  if (codeOf(problem) === 'content.gone') return <Gone problem={problem} />
  return (
    <div className="note bad stack" role="alert">
      <p>{problemText(problem)}</p>
      <div className="buttons">
        <button type="button" className="button" onClick={onRetry}>
          Thử lại
        </button>
      </div>
    </div>
  )
}

export function Empty({ children }: { children: ReactNode }) {
  return <div className="note stack">{children}</div>
}

/** What was asked for, in whichever of its states it is. */
export function Ready<T>({ asked, children }: { asked: Asked<T>; children: (data: T) => ReactNode }) {
  if (asked.data !== undefined) return <>{children(asked.data)}</>
  if (asked.error) return <Failed problem={asked.error} onRetry={asked.refetch} />
  return <Waiting />
}
