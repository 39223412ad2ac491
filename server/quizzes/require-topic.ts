import type { Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { findTopic } from './questions.queries.ts'

/** Refuses a question about a topic nobody has. */
export async function requireTopic(ctx: Ctx, topic: string) {
  if ((await findTopic(ctx.db, topic)) === undefined)
    throw new AppError('request.invalid', { fields: [{ field: 'body.topic', problem: 'unknown' }] })
}
