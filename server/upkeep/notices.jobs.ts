import type { Job } from '../scheduler/scheduler.ts'
import { remindOfReviews } from './notices.usecases.ts'

export const noticeJobs: Job[] = [
  { name: 'upkeep.remind', schedule: '0 7 * * *', runsAtStop: false, run: remindOfReviews },
]
