import { type BackupSettings, backupJobs } from './backups/backups.jobs.ts'
import { campaignJobs } from './campaigns/campaigns.jobs.ts'
import { grantJobs } from './chat/grant.jobs.ts'
import { sendingJobs } from './chat/sending.jobs.ts'
import type { SendingSettings } from './chat/sending.usecases.ts'
import { turnJobs } from './chat/turns.jobs.ts'
import { citizenJobs } from './citizens/citizens.jobs.ts'
import { attemptJobs } from './contests/attempts.jobs.ts'
import { contestJobs } from './contests/contests.jobs.ts'
import { resultJobs } from './contests/results.jobs.ts'
import type { AnswerQuestions } from './conversations/answer-checks.seed.ts'
import { conversationJobs } from './conversations/conversations.jobs.ts'
import { feedbackJobs } from './feedback/feedback.jobs.ts'
import { reportFileJobs } from './feedback/report-files.jobs.ts'
import { outboxJobs } from './outbox/outbox.jobs.ts'
import { privacyJobs } from './privacy/privacy.jobs.ts'
import { publishingJobs } from './publishing/publishing.jobs.ts'
import { quizJobs } from './quizzes/quizzes.jobs.ts'
import { readingJobs } from './reading/reading.jobs.ts'
import type { Job } from './scheduler/scheduler.ts'
import { searchJobs } from './search/search.jobs.ts'
import { staffJobs } from './staff/staff.jobs.ts'
import { linkJobs } from './upkeep/links.jobs.ts'
import type { LinkSettings } from './upkeep/links.usecases.ts'
import { noticeJobs } from './upkeep/notices.jobs.ts'

/** What happens by the clock. */
export const makeJobs = (settings: {
  backup: BackupSettings
  links: LinkSettings
  chat: { burstMs: number }
  sending: SendingSettings
  answers: AnswerQuestions
}): Job[] => [
  ...publishingJobs,
  ...attemptJobs,
  ...feedbackJobs,
  ...reportFileJobs,
  ...contestJobs,
  ...resultJobs,
  ...conversationJobs(settings.answers),
  ...campaignJobs,
  ...outboxJobs,
  ...turnJobs(settings.chat),
  ...readingJobs,
  ...quizJobs,
  ...searchJobs,
  ...staffJobs,
  ...citizenJobs,
  ...privacyJobs,
  ...linkJobs(settings.links),
  ...noticeJobs,
  ...sendingJobs(settings.sending),
  ...grantJobs,
  ...backupJobs(settings.backup),
]
