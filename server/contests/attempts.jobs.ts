import type { Job } from '../scheduler/scheduler.ts'
import { finishAllOverdue } from './attempts.usecases.ts'

export const attemptJobs: Job[] = [
  { name: 'contests.finish', schedule: '* * * * *', runsAtStop: false, run: finishAllOverdue },
]
