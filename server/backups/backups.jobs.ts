import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Job } from '../scheduler/scheduler.ts'

const run = promisify(execFile)
const PROCESS = fileURLToPath(new URL('./backup-process.ts', import.meta.url))
/** A copy that takes longer than this is stuck. */
const LONGEST_MS = 10 * 60_000

/** Every hour a copy, made and checked in a process that can be killed; it reads the same settings as this one. */
export const backupJobs: Job[] = [
  {
    name: 'backup',
    schedule: '7 * * * *',
    runsAtStop: false,
    async run() {
      await run(process.execPath, ['--import', 'tsx', PROCESS], { timeout: LONGEST_MS, killSignal: 'SIGKILL' })
    },
  },
]
