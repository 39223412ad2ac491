import type { Job } from '../scheduler/scheduler.ts'
import { moveByClock } from './clock.usecases.ts'
import { remindOfRounds } from './reminders.usecases.ts'

export const contestJobs: Job[] = [
  { name: 'contests.move-by-clock', schedule: '* * * * *', runsAtStop: false, run: moveByClock },
  { name: 'contests.remind', schedule: '*/10 * * * *', runsAtStop: false, run: remindOfRounds },
]
