import { z } from '@hono/zod-openapi'

/** What a person writes to us for: khen, góp ý, phản ánh việc giải quyết, hỏi. */
export const REPORT_KINDS = ['praise', 'suggestion', 'handling', 'question'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]

/** Kinds for which the law asks who is speaking: name, address and a way to answer (NĐ 20/2008, art. 7). */
export const KINDS_WITH_SENDER: readonly ReportKind[] = ['handling', 'question']

export const REPORT_STATES = [
  'received',
  'triaged',
  'assigned',
  'in_progress',
  'waiting_for_citizen',
  'answer_drafted',
  'awaiting_approval',
  'answer_approved',
  'answered',
  'closed',
  'reopened',
  'returned',
  'merged',
] as const
export type ReportState = (typeof REPORT_STATES)[number]

/** Why a report is handed back; a duplicate is merged instead. */
export const RETURN_REASONS = ['out_of_scope', 'legal_channel', 'incomplete'] as const

/** Where it was written. */
export const REPORT_CHANNELS = ['zalo', 'browser', 'chat'] as const

/** What stands between a text and its being sent as a report. */
export const STOPS = ['legal_channel'] as const
/** What is shown first, whatever else happens. */
export const HELPS = ['emergency', 'child_protection', 'self_harm'] as const

export const EVENT_KINDS = [
  'sent',
  'triaged',
  'returned',
  'merged',
  'split',
  'assigned',
  'transferred',
  'begun',
  'asked',
  'supplied',
  'answer_drafted',
  'answer_submitted',
  'answer_returned',
  'answer_approved',
  'answered',
  'closed',
  'reopened',
  'rated',
  'note',
  'escalated',
  'made_public',
  'hidden',
  'contact_shown',
  'withdrawn',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export const FILE_KINDS = ['image', 'pdf'] as const
export const MOST_FILES = 5

/** Read aloud and written down by hand: letters and digits that are not taken for one another. */
export const ReportCode = z
  .string()
  .max(20)
  .overwrite((text) => text.toUpperCase().replace(/[^A-Z0-9]/g, ''))
  .regex(/^PA[2-9A-HJ-NP-Z]{8}$/)

export const CategoryId = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
export const Id = z.string().min(1).max(80)
