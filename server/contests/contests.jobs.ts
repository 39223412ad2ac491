import type { Job } from '../scheduler/scheduler.ts'
import { moveByClock } from './clock.usecases.ts'

export const contestJobs: Job[] = [
  { name: 'contests.move-by-clock', schedule: '* * * * *', runsAtStop: false, run: moveByClock },
]
