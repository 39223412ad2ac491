import { eq } from 'drizzle-orm'
import { chatPeople } from '../chat/chat.table.ts'
import type { Db, Tx } from '../db/database.ts'

export async function refusesNews(db: Db, personId: string): Promise<boolean> {
  const [row] = await db
    .select({ refusesNews: chatPeople.refusesNews })
    .from(chatPeople)
    .where(eq(chatPeople.id, personId))
  return row?.refusesNews ?? false
}

export async function setRefusesNews(tx: Tx, personId: string, isRefused: boolean) {
  await tx.update(chatPeople).set({ refusesNews: isRefused }).where(eq(chatPeople.id, personId))
}
