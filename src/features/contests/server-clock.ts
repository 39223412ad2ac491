import { useEffect, useState } from 'react'
import { offsetOf, secondsLeft, tickMs } from './clock.rules.ts'

const offsets = new WeakMap<object, number>()

/** How far the service is ahead of this phone, measured when the answer was first seen. */
export function offsetOfReply(reply: { now: string }): number {
  const known = offsets.get(reply)
  if (known !== undefined) return known
  const offset = offsetOf(reply.now, Date.now())
  offsets.set(reply, offset)
  return offset
}

/** Seconds until an instant by the service's clock, counted on this screen. */
export function useSecondsLeft(until: string, offset: number): number {
  const [phoneNow, setPhoneNow] = useState(() => Date.now())
  const seconds = secondsLeft(until, { offset, phoneNow })
  useEffect(() => {
    const timer = setTimeout(() => setPhoneNow(Date.now()), tickMs(seconds))
    const look = () => setPhoneNow(Date.now())
    document.addEventListener('visibilitychange', look)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('visibilitychange', look)
    }
  })
  return seconds
}
