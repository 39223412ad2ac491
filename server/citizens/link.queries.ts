import { and, eq, gte, lt, ne } from 'drizzle-orm'
import { chatLinkCodes, chatPeople } from '../chat/chat.table.ts'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'

/** As whom somebody on a chat acts, and as whom they acted before they joined their Mini App to it. */
export async function findSelves(db: Db | Tx, personId: string) {
  const { citizenId, firstCitizenId } = chatPeople
  const [row] = await db.select({ citizenId, firstCitizenId }).from(chatPeople).where(eq(chatPeople.id, personId))
  return row
}

/** Other numbers under which we know the same person: of before their chat was joined to their Mini App. */
export async function listFirstSelves(db: Db | Tx, citizenId: string): Promise<string[]> {
  const rows = await db
    .select({ id: chatPeople.firstCitizenId })
    .from(chatPeople)
    .where(and(eq(chatPeople.citizenId, citizenId), ne(chatPeople.firstCitizenId, citizenId)))
  return rows.map(({ id }) => id)
}

/** False where the same code is another's at this moment. */
export async function insertLinkCode(tx: Tx, code: typeof chatLinkCodes.$inferInsert): Promise<boolean> {
  const rows = await tx
    .insert(chatLinkCodes)
    .values(code)
    .onConflictDoNothing()
    .returning({ codeHash: chatLinkCodes.codeHash })
  return rows.length > 0
}

/** Nothing when it is wrong or over. */
export async function findLinkCode(tx: Tx, codeHashes: string[], at: string) {
  const [row] = await tx
    .select()
    .from(chatLinkCodes)
    .where(and(inIds(chatLinkCodes.codeHash, codeHashes), gte(chatLinkCodes.expiresAt, at)))
  return row
}

export async function markLinkCodeUsed(tx: Tx, codeHash: string, at: string) {
  await tx.update(chatLinkCodes).set({ usedAt: at }).where(eq(chatLinkCodes.codeHash, codeHash))
}

export async function deleteOldLinkCodes(tx: Tx, now: string) {
  await tx.delete(chatLinkCodes).where(lt(chatLinkCodes.expiresAt, now))
}

/** From now on whoever writes there acts as this citizen; as whom they acted first stays known. */
export async function joinPerson(tx: Tx, personId: string, citizenId: string) {
  await tx.update(chatPeople).set({ citizenId }).where(eq(chatPeople.id, personId))
}
