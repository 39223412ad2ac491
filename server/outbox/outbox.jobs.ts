import type { Job } from '../scheduler/scheduler.ts'
import { OUTBOX_JOB } from './outbox.schemas.ts'
import { deliverMessages } from './outbox.usecases.ts'

export const outboxJobs: Job[] = [{ name: OUTBOX_JOB, schedule: '* * * * *', runsAtStop: true, run: deliverMessages }]
