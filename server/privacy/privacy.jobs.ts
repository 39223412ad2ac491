import type { Job } from '../scheduler/scheduler.ts'
import { forgetOldEvents } from './erasure.usecases.ts'

export const privacyJobs: Job[] = [
  { name: 'privacy.forget', schedule: '37 2 * * *', runsAtStop: false, run: forgetOldEvents },
]
