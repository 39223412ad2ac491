import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Job } from '../scheduler/scheduler.ts'

export type BackupSettings = { file: string; attachments: string; folder: string; key: string | undefined }
/** `at` is the server's clock, ISO 8601. */
export type BackupOrder = BackupSettings & { at: string }

const PROCESS = fileURLToPath(new URL('./backup-process.ts', import.meta.url))
/** A copy that takes longer than this is stuck. */
const LONGEST_MS = 10 * 60_000

/** Every hour a copy, made and checked in a process that can be killed. */
export function backupJobs(settings: BackupSettings): Job[] {
  return [
    {
      name: 'backup',
      schedule: '7 * * * *',
      runsAtStop: false,
      async run(ctx) {
        const copying = fork(PROCESS, { execArgv: ['--import', 'tsx'], timeout: LONGEST_MS, killSignal: 'SIGKILL' })
        copying.send({ ...settings, at: ctx.now().toISOString() } satisfies BackupOrder)
        const [code] = await once(copying, 'exit')
        if (code !== 0) throw new Error('the backup failed')
      },
    },
  ]
}
