import { eraseWithdrawn, receiveMiniAppEvent } from '../privacy/erasure.usecases.ts'
import type { Job } from '../scheduler/scheduler.ts'
import { TURNS_JOB } from './chat.schemas.ts'
import { forgetOldChat } from './retention.usecases.ts'
import { takeTurns } from './turns.usecases.ts'

const elsewhere = { erase: eraseWithdrawn, hearMiniApp: receiveMiniAppEvent }

export const turnJobs = ({ burstMs }: { burstMs: number }): Job[] => [
  // Begun whenever something arrives; by the clock only in case that was missed.
  {
    name: TURNS_JOB,
    schedule: '* * * * *',
    runsAtStop: true,
    again: true,
    run: (ctx) => takeTurns(ctx, { elsewhere, burstMs }),
  },
  { name: 'chat.retention', schedule: '52 2 * * *', runsAtStop: false, run: forgetOldChat },
]
