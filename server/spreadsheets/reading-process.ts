import { fork } from 'node:child_process'
import { AppError, type ProblemCode, type ProblemDetails } from '../errors.ts'

/** What a process that reads says besides its parts: that they were all, or why it refused the file. */
type Ending = { end: true } | { refused: ProblemCode; details?: ProblemDetails }

type Reading<Part> = {
  script: string
  args?: string[]
  heapMb: number
  longestMs: number
  problems: Record<'unreadable' | 'tooLarge' | 'tooSlow' | 'busy', ProblemCode>
  onPart: (part: Part) => void
}

/** Opens a file that nobody vouches for in a process with little memory, no secrets and not long to live. */
export function readInProcess<Part extends object>(bytes: Buffer, wish: Reading<Part>): Promise<void> {
  const { script, args = [], heapMb, longestMs, problems, onPart } = wish
  const reading = fork(script, args, {
    execArgv: [`--max-old-space-size=${heapMb}`, '--max-semi-space-size=1', '--expose-gc'],
    env: {},
    stdio: ['pipe', 'ignore', 'ignore', 'ipc'],
    serialization: 'advanced',
  })
  return new Promise((resolve, reject) => {
    let problem: AppError | undefined
    let isWhole = false
    const stuck = setTimeout(() => {
      problem = new AppError(problems.tooSlow)
      reading.kill('SIGKILL')
    }, longestMs)
    reading.on('message', (message: Part | Ending) => {
      if ('end' in message) isWhole = true
      else if ('refused' in message) problem = new AppError(message.refused, message.details)
      else onPart(message)
    })
    reading.once('error', (cause) => {
      problem = new AppError(problems.busy, {}, { cause })
      if (reading.pid === undefined) settle()
    })
    reading.once('close', (_code, signal) => {
      // V8 aborts a process that has used up its heap.
      if (signal === 'SIGABRT') problem ??= new AppError(problems.tooLarge)
      settle()
    })
    // The process may refuse the file, or be killed, before it has taken all of it.
    reading.stdin?.on('error', () => {})
    reading.stdin?.end(bytes)

    function settle() {
      clearTimeout(stuck)
      if (problem) reject(problem)
      else if (isWhole) resolve()
      else reject(new AppError(problems.unreadable))
    }
  })
}
