import type { Job } from '../scheduler/scheduler.ts'
import { eraseExpired } from './retention.usecases.ts'
import { closeAnswered, sendOnAnswerDay, tellHeads } from './upkeep.usecases.ts'

export const feedbackJobs: Job[] = [
  { name: 'feedback.escalate', schedule: '30 7 * * *', runsAtStop: false, run: tellHeads },
  { name: 'feedback.answer_day', schedule: '0 8 * * *', runsAtStop: false, run: sendOnAnswerDay },
  { name: 'feedback.close', schedule: '20 1 * * *', runsAtStop: false, run: closeAnswered },
  { name: 'feedback.retention', schedule: '50 1 * * *', runsAtStop: false, run: eraseExpired },
]
