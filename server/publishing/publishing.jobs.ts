import type { Job } from '../scheduler/scheduler.ts'
import { publishDue } from './workflow.usecases.ts'

export const publishingJobs: Job[] = [
  { name: 'publishing.publish-due', schedule: '* * * * *', runsAtStop: false, run: publishDue },
]
