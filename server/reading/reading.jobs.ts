import type { Job } from '../scheduler/scheduler.ts'
import { keepReads } from './reads.usecases.ts'

export const readingJobs: Job[] = [
  { name: 'reading.keep-reads', schedule: '* * * * *', runsAtStop: true, run: keepReads },
]
