import type { Job } from '../scheduler/scheduler.ts'
import { CAMPAIGN_SENDS_JOB } from './campaigns.schemas.ts'
import { moveSends } from './sending.usecases.ts'

export const campaignJobs: Job[] = [
  { name: CAMPAIGN_SENDS_JOB, schedule: '* * * * *', runsAtStop: false, run: moveSends },
]
