import type { Job } from '../scheduler/scheduler.ts'
import { SENDING_JOB } from './chat.schemas.ts'
import { forgetWhatWasSaid } from './forget-said.usecases.ts'
import { createSendWaiting, type SendingSettings } from './sending.usecases.ts'

/** Sending goes on when the service starts again: a stop waits for what is under way and takes nothing new. */
export const sendingJobs = (settings: SendingSettings): Job[] => [
  { name: SENDING_JOB, schedule: '* * * * *', runsAtStop: false, again: true, run: createSendWaiting(settings) },
  { name: 'chat.forget-said', schedule: '50 3 * * *', runsAtStop: false, run: forgetWhatWasSaid },
]
