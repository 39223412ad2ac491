import type { Job } from '../scheduler/scheduler.ts'
import { keepGrant } from './grant.usecases.ts'

export const grantJobs: Job[] = [{ name: 'chat.keep-grant', schedule: '* * * * *', runsAtStop: false, run: keepGrant }]
