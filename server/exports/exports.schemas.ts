import { z } from '@hono/zod-openapi'

/** More than anybody reads; a longer list is narrowed by its filters first. */
export const MOST_ROWS = 20_000
const MOST_COLUMNS = 30
const LONGEST_CELL = 5_000

/** A table as somebody sees it, in the words of the screen it stands on. */
export const ShownTable = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    /** Of the file, without day and ending. */
    fileName: z
      .string()
      .max(60)
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
    columns: z.array(z.string().trim().min(1).max(80)).min(1).max(MOST_COLUMNS),
    rows: z
      .array(z.array(z.union([z.string().max(LONGEST_CELL), z.number(), z.null()])).max(MOST_COLUMNS))
      .max(MOST_ROWS),
  })
  .openapi('ShownTable')
