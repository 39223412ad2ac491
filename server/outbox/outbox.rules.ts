import type { ConsentPurpose } from '../privacy/consents.schemas.ts'
import type { MessageTemplate } from './outbox.schemas.ts'

/** What a person has to agree to for being told so; nothing where they asked for it themselves. */
export const BASIS: Record<MessageTemplate, ConsentPurpose | null> = {
  report_received: 'feedback.handling',
  report_returned: 'feedback.handling',
  report_merged: 'feedback.handling',
  report_asked: 'feedback.handling',
  report_answered: 'feedback.handling',
  report_closed: 'feedback.handling',
  followed_report_answered: null,
  complaint_answered: null,
  contest_reminder: null,
  campaign_news: null,
}
