import { and, eq, isNull, lt, ne } from 'drizzle-orm'
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

/** Marks the code as used and tells whose it is; nothing when it is wrong, over or was used. */
export async function useLinkCode(tx: Tx, codeHashes: string[], at: string): Promise<string | undefined> {
  const [row] = await tx
    .update(chatLinkCodes)
    .set({ usedAt: at })
    .where(
      and(inIds(chatLinkCodes.codeHash, codeHashes), isNull(chatLinkCodes.usedAt), ne(chatLinkCodes.expiresAt, at)),
    )
    .returning({ citizenId: chatLinkCodes.citizenId, expiresAt: chatLinkCodes.expiresAt })
  return row === undefined || row.expiresAt < at ? undefined : row.citizenId
}

export async function deleteOldLinkCodes(tx: Tx, now: string) {
  await tx.delete(chatLinkCodes).where(lt(chatLinkCodes.expiresAt, now))
}

export async function deleteLinkCodesOf(tx: Tx, citizenId: string) {
  await tx.delete(chatLinkCodes).where(eq(chatLinkCodes.citizenId, citizenId))
}

export async function listWithLinkCodes(db: Db, citizenIds: string[]): Promise<string[]> {
  const { citizenId } = chatLinkCodes
  const rows = await db.selectDistinct({ citizenId }).from(chatLinkCodes).where(inIds(citizenId, citizenIds))
  return rows.map((row) => row.citizenId)
}

export async function countLinkCodes(db: Db, citizenId: string): Promise<number> {
  return (await db.select().from(chatLinkCodes).where(eq(chatLinkCodes.citizenId, citizenId))).length
}

/** From now on whoever writes there acts as this citizen; as whom they acted first stays known. */
export async function joinPerson(tx: Tx, personId: string, citizenId: string): Promise<boolean> {
  const rows = await tx
    .update(chatPeople)
    .set({ citizenId })
    .where(eq(chatPeople.id, personId))
    .returning({ id: chatPeople.id })
  return rows.length > 0
}
