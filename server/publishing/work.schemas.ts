import { z } from '@hono/zod-openapi'
import { EntryRow } from './publishing.schemas.ts'

/** What may wait for a person, each a list of entries with an address of its own in the staff web. */
export const WORK_LISTS = [
  'to_review',
  'to_publish',
  'returned_to_me',
  'my_drafts',
  'scheduled',
  'due',
  'second_look',
] as const

export const Work = z
  .strictObject({
    lists: z.array(
      z.strictObject({
        list: z.enum(WORK_LISTS),
        /** The first few; `hasMore` when there are others. */
        items: z.array(EntryRow),
        hasMore: z.boolean(),
      }),
    ),
    /** Scheduled editions that could not go out at their hour, of the last thirty days. */
    heldBack: z.array(z.strictObject({ entryId: z.string(), at: z.string() })),
  })
  .openapi('Work')

export const JobList = z
  .strictObject({
    items: z.array(
      z.strictObject({
        name: z.string(),
        /** Five cron fields, in Vietnam's time. */
        schedule: z.string(),
        isRunning: z.boolean(),
        nextAt: z.string().nullable(),
        /** Since the server started; `problem` names the kind of failure, the log tells where. */
        lastRun: z
          .strictObject({ startedAt: z.string(), finishedAt: z.string(), problem: z.string().nullable() })
          .nullable(),
      }),
    ),
  })
  .openapi('JobList')
