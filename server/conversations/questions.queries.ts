import { eq } from 'drizzle-orm'
import type { Tx } from '../db/database.ts'
import type { VOTES } from './conversations.schemas.ts'
import { chatQuestions } from './conversations.table.ts'

/** What they think of an answer; the last word counts. */
export async function voteOn(tx: Tx, id: string, vote: (typeof VOTES)[number]) {
  await tx.update(chatQuestions).set({ vote }).where(eq(chatQuestions.id, id))
}
