import type { Job } from '../scheduler/scheduler.ts'
import { returnSilent } from './handoff.usecases.ts'

export const conversationJobs: Job[] = [
  { name: 'conversations.return-silent', schedule: '* * * * *', runsAtStop: false, run: returnSilent },
]
