import type { Job } from '../scheduler/scheduler.ts'
import { forgetEndedSessions } from './citizens.usecases.ts'

export const citizenJobs: Job[] = [
  { name: 'citizens.forget', schedule: '27 2 * * *', runsAtStop: false, run: forgetEndedSessions },
]
