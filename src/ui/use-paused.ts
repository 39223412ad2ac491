import { useEffect, useState } from 'react'

const TYPING_PAUSE_MS = 180

/** The value once typing has paused, so that each letter is not a question. */
export function usePaused(value: string) {
  const [paused, setPaused] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setPaused(value), TYPING_PAUSE_MS)
    return () => clearTimeout(timer)
  }, [value])
  return paused
}
