import { useEffect, useState } from 'react'

/** Less than the half hour after which a session left alone ends: a screen that asks by itself must not keep it open. */
const ATTENDED_MS = 25 * 60_000
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'scroll', 'touchstart'] as const

/** Whether somebody has lately touched the page; a screen that refreshes itself rests while nobody does. */
export function useIsAttended(): boolean {
  const [isAttended, setAttended] = useState(true)
  useEffect(() => {
    let timer = window.setTimeout(() => setAttended(false), ATTENDED_MS)
    let seenAt = 0
    function seen() {
      if (Date.now() - seenAt < 1_000) return
      seenAt = Date.now()
      window.clearTimeout(timer)
      timer = window.setTimeout(() => setAttended(false), ATTENDED_MS)
      setAttended(true)
    }
    for (const sign of SIGNS) window.addEventListener(sign, seen, { passive: true, capture: true })
    return () => {
      window.clearTimeout(timer)
      for (const sign of SIGNS) window.removeEventListener(sign, seen, { capture: true })
    }
  }, [])
  return isAttended
}
