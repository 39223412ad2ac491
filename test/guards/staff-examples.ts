import { CAMPAIGN_EXAMPLES } from './campaign-examples.ts'
import { CHAT_CHANNEL_EXAMPLES } from './chat-channel-examples.ts'
import { CHAT_EXAMPLES } from './chat-examples.ts'
import { CONTENT_EXAMPLES } from './content-examples.ts'
import { CONTEST_EXAMPLES } from './contest-examples.ts'
import { FEEDBACK_EXAMPLES } from './feedback-examples.ts'
import { PEOPLE_EXAMPLES } from './people-examples.ts'
import { QUIZ_EXAMPLES } from './quiz-examples.ts'
import { READING_EXAMPLES } from './reading-examples.ts'
import { REPORT_OFFICE_EXAMPLES } from './report-office-examples.ts'
import { RESULT_EXAMPLES } from './result-examples.ts'
import { REVIEWING_EXAMPLES } from './reviewing-examples.ts'
import type { Example } from './staff-example.ts'
import { UNIT_EXAMPLES } from './unit-examples.ts'
import { UPKEEP_EXAMPLES } from './upkeep-examples.ts'

/** Signing in and out, and one's own password, are tried in test/staff; a spreadsheet in test/units, a file of questions in
 * test/quizzes; a grant of Zalo in test/chat; the rest in test/upkeep. */
export const TRIED_ELSEWHERE = [
  'POST /admin/api/session',
  'POST /admin/api/session/code',
  'DELETE /admin/api/session',
  'POST /admin/api/me/password',
  'POST /admin/api/me/second-factor',
  'POST /admin/api/me/second-factor/confirm',
  'POST /admin/api/units/import',
  'POST /admin/api/question-imports',
  'POST /admin/api/rechecks/{id}/accept',
  'POST /admin/api/notices/{id}/read',
  'POST /admin/api/zalo-grant/return',
]

/** A valid call of every route for staff, each feature's beside its own. */
export const EXAMPLES: Example[] = [
  ...FEEDBACK_EXAMPLES,
  ...CONTEST_EXAMPLES,
  ...RESULT_EXAMPLES,
  ...QUIZ_EXAMPLES,
  ...CONTENT_EXAMPLES,
  ...REVIEWING_EXAMPLES,
  ...PEOPLE_EXAMPLES,
  ...UNIT_EXAMPLES,
  ...READING_EXAMPLES,
  ...UPKEEP_EXAMPLES,
  ...REPORT_OFFICE_EXAMPLES,
  ...CHAT_EXAMPLES,
  ...CHAT_CHANNEL_EXAMPLES,
  ...CAMPAIGN_EXAMPLES,
]
