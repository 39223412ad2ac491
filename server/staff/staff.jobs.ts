import type { Job } from '../scheduler/scheduler.ts'
import { forgetWhatIsOver } from './forget.usecases.ts'

export const staffJobs: Job[] = [
  { name: 'staff.forget', schedule: '17 2 * * *', runsAtStop: false, run: forgetWhatIsOver },
]
