/** The life of one edition; server/publishing/workflow.rules.ts says which step leads where. */
export const EDITION_STATES = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'scheduled',
  'published',
  'superseded',
  'withdrawn',
  'unpublished',
  'discarded',
] as const
export type EditionState = (typeof EDITION_STATES)[number]
