import type { Job } from '../scheduler/scheduler.ts'
import { forgetUnsent, removeOrphans } from './report-files-upkeep.usecases.ts'

export const reportFileJobs: Job[] = [
  { name: 'feedback.forget_unsent', schedule: '40 * * * *', runsAtStop: false, run: forgetUnsent },
  { name: 'feedback.remove_orphans', schedule: '50 3 * * *', runsAtStop: false, run: removeOrphans },
]
