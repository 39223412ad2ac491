import type { Job } from '../scheduler/scheduler.ts'
import { flagQuestions } from './flags.usecases.ts'
import { closeRooms } from './rooms.usecases.ts'

export const quizJobs: Job[] = [
  { name: 'quizzes.flag-questions', schedule: '20 1 * * *', runsAtStop: false, run: flagQuestions },
  { name: 'quizzes.close-rooms', schedule: '40 * * * *', runsAtStop: false, run: closeRooms },
]
