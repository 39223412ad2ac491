import type { z } from '@hono/zod-openapi'
import type { Ctx } from '../ctx.ts'
import { vietnamDate } from '../vietnam-time.ts'
import type { SearchAnswer, SearchQuery } from './search.schemas.ts'
import { insertMisses } from './search-misses.queries.ts'
import { maskQuery } from './search-misses.rules.ts'

export async function searchPublished(ctx: Ctx, query: z.output<typeof SearchQuery>): Promise<SearchAnswer> {
  const answer = await ctx.search.search(query)
  if (answer.confidence === 'low') ctx.misses.count(maskQuery(query.q))
  return answer
}

/** Writes down the unanswered questions collected since the last time; the job calls it once a minute. */
export async function keepMisses(ctx: Ctx) {
  const counted = ctx.misses.take()
  if (counted.length === 0) return
  const day = vietnamDate(ctx.now())
  await ctx.write((tx) => insertMisses(tx, day, counted))
}
