import { useState } from 'react'
import { citizenProblemText } from '../../api/citizen-problem-text.ts'

type Answer<T> = { data?: T; error?: unknown }

/** Something sent by a button: on its way, refused with a sentence, or done. What was typed stays with its field. */
export function useAction<T>(onDone: (data: T) => void) {
  const [isSending, setSending] = useState(false)
  const [problem, setProblem] = useState('')
  return {
    isSending,
    problem,
    async run(send: () => Promise<Answer<T>>) {
      setSending(true)
      setProblem('')
      const { data, error } = await send()
      setSending(false)
      if (data === undefined) setProblem(citizenProblemText(error))
      else onDone(data)
    },
  }
}
