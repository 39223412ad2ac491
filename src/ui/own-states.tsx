import type { ReactNode } from 'react'
import { readingProblemText } from '../api/citizen-problem-text.ts'
import type { Asked } from '../api/client.ts'
import { Waiting } from './states.tsx'

/** As `Ready`, for what is a citizen's own: its problems have words of their own. */
export function OwnReady<T>({ asked, children }: { asked: Asked<T>; children: (data: T) => ReactNode }) {
  if (asked.data !== undefined) return <>{children(asked.data)}</>
  if (!asked.error) return <Waiting />
  return (
    <div className="note bad stack" role="alert">
      <p>{readingProblemText(asked.error)}</p>
      <div className="buttons">
        <button type="button" className="button" onClick={asked.refetch}>
          Thử lại
        </button>
      </div>
    </div>
  )
}
