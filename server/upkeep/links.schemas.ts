import { z } from '@hono/zod-openapi'

/** `moved`: for good, elsewhere. `dead`: gone, or silent for three nights. `unreachable`: perhaps only tonight. */
export const LINK_STATES = ['ok', 'moved', 'unreachable', 'dead'] as const
export type LinkState = (typeof LINK_STATES)[number]

export const LINK_PROBLEMS = [
  'gone',
  'refused',
  'server_failed',
  'timeout',
  'no_such_host',
  'no_answer',
  'bad_certificate',
  'too_many_redirects',
  /** Not a machine of the open internet: it was not connected to. */
  'not_open',
  'bad_address',
  /** A name of one of our own pages that is not public. */
  'leads_nowhere',
] as const
export type LinkProblem = (typeof LINK_PROBLEMS)[number]

const result = {
  /** A web address, or the name of one of our own pages (`article:papi`). */
  address: z.string(),
  state: z.enum(LINK_STATES),
  status: z.int().nullable(),
  problem: z.enum(LINK_PROBLEMS).nullable(),
  movedTo: z.string().nullable(),
  failedNights: z.int(),
  checkedAt: z.string(),
}

export const LinkCheck = z
  .strictObject({
    ...result,
    uses: z.int(),
    /** The first few pages that show it. */
    entries: z.array(
      z.strictObject({ id: z.string(), kind: z.string(), title: z.string(), unitId: z.string(), field: z.string() }),
    ),
  })
  .openapi('LinkCheck')

export const LinkCheckList = z
  .strictObject({
    isRunning: z.boolean(),
    lastCheckedAt: z.string().nullable(),
    counts: z.record(z.enum(LINK_STATES), z.int()),
    items: z.array(LinkCheck),
    nextCursor: z.string().nullable(),
  })
  .openapi('LinkCheckList')

export const LinkCheckQuery = z.strictObject({
  state: z.enum(LINK_STATES).optional(),
  unitId: z.string().max(80).optional(),
  cursor: z.string().max(4_000).optional(),
})

export const LinkCheckStarted = z
  .strictObject({
    /** `false`: one was under way already. */
    started: z.boolean(),
  })
  .openapi('LinkCheckStarted')

/** Every address in what is being written, or else in what people read; `null` where it was never looked at. */
export const EntryLinks = z
  .strictObject({
    items: z.array(
      z.strictObject({
        field: z.string(),
        address: z.string(),
        check: z.strictObject(result).omit({ address: true }).nullable(),
      }),
    ),
  })
  .openapi('EntryLinks')
