import { useCallback, useEffect, useRef, useState } from 'react'
import type { components } from '../../api/schema.gen.ts'
import { useCitizen } from '../../api/use-citizen.ts'
import { lastSendDelayMs } from './clock.rules.ts'
import { handIn } from './send-sheet.ts'
import { useSecondsLeft } from './server-clock.ts'
import { isSaved } from './sheet.rules.ts'
import type { OpenPaper } from './use-paper.ts'

type Submitted = components['schemas']['PaperSubmitted']
type OnFinished = (submitted: Submitted | undefined, problem?: unknown) => void

const AGAIN_MS = 3_000

export type Handing = {
  /** The time is up: nothing is taken any more but what is on its way. */
  isOver: boolean
  isSending: boolean
  /** The last try did not get through. */
  isStuck: boolean
  send: () => Promise<void>
}

/** By the button, or by itself when the time is up, each phone a little later than the next. */
export function useHandIn({ paper, offset, keeper }: OpenPaper, onFinished: OnFinished): Handing {
  const { anyone } = useCitizen()
  const [isSending, setSending] = useState(false)
  const [isStuck, setStuck] = useState(false)
  const isOver = useSecondsLeft(paper.deadlineAt, offset) === 0
  const finished = useRef(onFinished)
  finished.current = onFinished

  const send = useCallback(async () => {
    setSending(true)
    setStuck(false)
    await keeper.flush()
    const result = isSaved(keeper.current().sheet) ? await handIn(anyone, paper) : await refusedOrStuck(keeper)
    setSending(false)
    if (result.outcome === 'unreached') setStuck(true)
    else if (result.outcome === 'handed_in') finished.current(result.submitted)
    else finished.current(undefined, result.problem)
  }, [anyone, paper, keeper])

  useEffect(() => {
    if (!isOver) return
    let timer = setTimeout(tryNow, lastSendDelayMs(paper.graceSeconds, Math.random))
    async function tryNow() {
      await send()
      timer = setTimeout(tryNow, AGAIN_MS)
    }
    return () => clearTimeout(timer)
  }, [isOver, paper.graceSeconds, send])

  return { isOver, isSending, isStuck, send }
}

/** What could not be saved: the service has said no, or could not be reached. */
async function refusedOrStuck(keeper: OpenPaper['keeper']) {
  const { saving, problem } = keeper.current()
  return saving === 'refused' ? { outcome: 'refused' as const, problem } : { outcome: 'unreached' as const }
}
