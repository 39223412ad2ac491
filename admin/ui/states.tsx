import { Alert, Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { readProblem } from '../api/problem.ts'
import { loadProblemText, problemText } from '../api/problem-text.ts'

/** What react-query says about a question, as far as a screen needs it. */
export type Asked<T> = { data: T | undefined; error: unknown; refetch: () => unknown }

/** Seen only by those who wait: the style sheet shows it after 150 ms. */
export function Waiting({ rows = 6 }: { rows?: number }) {
  return (
    <div className="waiting" role="status">
      <span className="only-heard">Đang tải</span>
      <Skeleton active title={false} paragraph={{ rows, width: '100%' }} />
    </div>
  )
}

export function Empty({ children }: { children: ReactNode }) {
  return <div className="empty">{children}</div>
}

/** What went wrong in words, with a way on. */
export function Failed({
  problem,
  onRetry,
  isLoad = false,
}: {
  problem: unknown
  onRetry?: () => unknown
  /** Something was asked for; otherwise something was sent. */
  isLoad?: boolean
}) {
  const read = readProblem(problem)
  const retry = onRetry && <Button onClick={() => void onRetry()}>Thử lại</Button>
  const wayOn =
    read.code === 'staff.second_factor_required' ? (
      <Link to="/tai-khoan" className="roomy">
        Mở Tài khoản của tôi
      </Link>
    ) : (
      retry
    )
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      title={isLoad ? loadProblemText(read) : problemText(read)}
      action={wayOn}
    />
  )
}

/** What was asked for, in whichever of its states it is. */
export function Ready<T>({ asked, children }: { asked: Asked<T>; children: (data: T) => ReactNode }) {
  if (asked.data !== undefined) return <>{children(asked.data)}</>
  if (asked.error) return <Failed problem={asked.error} onRetry={asked.refetch} isLoad />
  return <Waiting />
}
