import { Link } from 'react-router-dom'

/** What stood here was taken off on purpose; where something stands in its place, the one link leads there. */
export default function Gone({ problem }: { problem: unknown }) {
  const to = redirectOf(problem)
  return (
    <div className="note stack" role="alert">
      <p>Trang này đã được gỡ và không còn dùng nữa.</p>
      <div className="buttons">
        <Link className="button main" to={to ?? '/tim'}>
          {to === undefined ? 'Tìm nội dung khác' : 'Mở trang thay thế'}
        </Link>
      </div>
    </div>
  )
}

function redirectOf(problem: unknown) {
  if (typeof problem !== 'object' || problem === null || !('redirectTo' in problem)) return undefined
  const { redirectTo } = problem
  return typeof redirectTo === 'string' && /^\/(?!\/)/.test(redirectTo) ? redirectTo : undefined
}
