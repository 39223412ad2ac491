import { and, eq, gte, isNull, lt, or, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { chatQuestions } from './conversations.table.ts'
import type { Asked } from './question-groups.rules.ts'

/** What the bot had no answer to, or whose answer somebody called useless, and nobody has seen to. */
const isUnanswered = and(
  isNull(chatQuestions.settledAt),
  or(eq(chatQuestions.band, 'fallback'), eq(chatQuestions.vote, 'useless')),
)

/** Every wording of it once, the most asked first. */
export async function listUnanswered(
  db: Db,
  { from, until, limit }: { from: string; until: string; limit: number },
): Promise<Asked[]> {
  const times = sql<number>`count(*)`
  return db
    .select({
      folded: chatQuestions.folded,
      text: sql<string>`max(text)`,
      count: times,
      newestAt: sql<string>`max(at)`,
    })
    .from(chatQuestions)
    .where(and(isUnanswered, gte(chatQuestions.at, from), lt(chatQuestions.at, until)))
    .groupBy(chatQuestions.folded)
    .orderBy(sql`count(*) DESC`, chatQuestions.folded)
    .limit(limit)
}

/** Takes these wordings off the list; tells how many questions that were. */
export async function settleQuestions(tx: Tx, { folded, at }: { folded: string[]; at: string }): Promise<number> {
  const settled = await tx
    .update(chatQuestions)
    .set({ settledAt: at })
    .where(and(isUnanswered, inIds(chatQuestions.folded, folded)))
    .returning({ id: chatQuestions.id })
  return settled.length
}
