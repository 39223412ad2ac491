/** What a person is told; each face has its own words for it. */
export const MESSAGE_TEMPLATES = [
  'report_received',
  'report_returned',
  'report_merged',
  'report_asked',
  'report_answered',
  'report_closed',
  'followed_report_answered',
  'complaint_answered',
  'contest_reminder',
  'campaign_news',
] as const
export type MessageTemplate = (typeof MESSAGE_TEMPLATES)[number]

export const MESSAGE_STATES = ['waiting', 'sent', 'dead'] as const

/** The clock's job that sends what waits; started too when something new waits. */
export const OUTBOX_JOB = 'outbox.deliver'
