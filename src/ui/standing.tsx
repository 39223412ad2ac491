import { formatDate, todayInVietnam } from './dates.ts'

type Props = { item: { withdrawn?: { on: string; reason: string }; reviewBy: string } }

/** At the top of a thing that is no longer to be relied on, or that nobody has looked at in time. */
export function Standing({ item: { withdrawn, reviewBy } }: Props) {
  if (withdrawn)
    return (
      <div className="note bad stack">
        <p>
          <strong>Trang này không còn hiệu lực từ {formatDate(withdrawn.on)}.</strong>
        </p>
        {withdrawn.reason && <p>{withdrawn.reason}</p>}
      </div>
    )
  if (!isOverdue(reviewBy)) return null
  return (
    <p className="note warn">
      <strong>Chưa rà soát.</strong> Trang này cần xem lại trước ngày {formatDate(reviewBy)} nên thông tin có thể đã cũ.
    </p>
  )
}

export function isOverdue(reviewBy: string) {
  return reviewBy !== '' && todayInVietnam() > reviewBy
}
