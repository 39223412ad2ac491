import type { Job } from '../scheduler/scheduler.ts'
import { keepMisses } from './search.usecases.ts'

export const searchJobs: Job[] = [
  { name: 'search.keep-misses', schedule: '* * * * *', runsAtStop: true, run: keepMisses },
]
