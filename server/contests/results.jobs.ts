import type { Job } from '../scheduler/scheduler.ts'
import { CERTIFICATES_JOB } from './certificates.schemas.ts'
import { issueCertificates } from './certificates.usecases.ts'
import { makeResults } from './result-making.usecases.ts'
import { RESULTS_JOB } from './results.schemas.ts'
import { doubtKeys } from './statistics.usecases.ts'

export const resultJobs: Job[] = [
  { name: RESULTS_JOB, schedule: '* * * * *', runsAtStop: false, run: makeResults },
  { name: CERTIFICATES_JOB, schedule: '25 * * * *', runsAtStop: false, run: issueCertificates },
  { name: 'contests.doubt-keys', schedule: '*/20 * * * *', runsAtStop: false, run: doubtKeys },
]
