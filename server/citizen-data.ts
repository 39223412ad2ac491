import { campaignsPersonalData } from './campaigns/campaigns.personal.ts'
import { chatPersonalData } from './chat/chat.personal.ts'
import { citizensPersonalData } from './citizens/citizens.personal.ts'
import { contestsPersonalData } from './contests/contests.personal.ts'
import { remindersPersonalData } from './contests/reminders.personal.ts'
import { feedbackPersonalData } from './feedback/feedback.personal.ts'
import { reportFilesPersonalData } from './feedback/report-files.personal.ts'
import { inboxPersonalData } from './inbox/inbox.personal.ts'
import { outboxPersonalData } from './outbox/outbox.personal.ts'
import { consentsPersonalData } from './privacy/consents.personal.ts'
import type { PersonalData } from './privacy/personal-data.ts'

/** What is erased and exported of one citizen, in this order; the citizen itself last, since the others point to it. */
export const citizenData: PersonalData[] = [
  consentsPersonalData,
  reportFilesPersonalData,
  feedbackPersonalData,
  contestsPersonalData,
  remindersPersonalData,
  outboxPersonalData,
  inboxPersonalData,
  campaignsPersonalData,
  chatPersonalData,
  citizensPersonalData,
]
