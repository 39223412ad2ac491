import type { ReactNode } from 'react'
import { useState } from 'react'

/** The next part of a list, once it is asked for. */
export function MoreButton({ children }: { children: ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  if (isOpen) return <>{children}</>
  return (
    <button type="button" className="button" onClick={() => setOpen(true)}>
      Xem thêm
    </button>
  )
}
