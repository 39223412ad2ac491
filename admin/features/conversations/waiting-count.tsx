import { useHandoffCounts } from './use-conversations.ts'

/** Beside the menu's entry: how many wait for an officer, and how many of mine have said something new. */
export function WaitingCount() {
  const { data } = useHandoffCounts()
  const count = (data?.waiting ?? 0) + (data?.mineUnanswered ?? 0)
  if (count === 0) return null
  return (
    <span className="menu-count">
      {count}
      <span className="only-heard"> người đang chờ</span>
    </span>
  )
}
