export const CAMPAIGN_STATES = ['draft', 'approved', 'ended'] as const
export const PIECE_KINDS = ['article', 'quiz', 'poster', 'event'] as const
/** `article`: an article of the Official Account. `broadcast`: that article to its followers. `message`: one by one. */
export const SEND_KINDS = ['article', 'broadcast', 'message'] as const
/** Two people: whoever made it cannot approve it. `unknown`: Zalo may have taken it; a person decides. */
export const SEND_STATES = [
  'draft',
  'previewed',
  'approved',
  'sending',
  'sent',
  'stopped',
  'failed',
  'unknown',
] as const
/** Why somebody is not written to. */
export const SKIP_REASONS = [
  'not_follower',
  'opted_out',
  'window_closed',
  'paid_only',
  'other_unit',
  'no_interest',
] as const
