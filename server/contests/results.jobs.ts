import type { Job } from '../scheduler/scheduler.ts'
import { makeResults } from './result-making.usecases.ts'
import { RESULTS_JOB } from './results.schemas.ts'

export const resultJobs: Job[] = [{ name: RESULTS_JOB, schedule: '* * * * *', runsAtStop: false, run: makeResults }]
