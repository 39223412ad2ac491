import { eq } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { images } from './images.table.ts'

export async function findImage(db: Db, hash: string): Promise<Buffer | undefined> {
  const [row] = await db.select({ bytes: images.bytes }).from(images).where(eq(images.hash, hash)).limit(1)
  return row && Buffer.from(row.bytes)
}

/** The same picture uploaded twice is kept once. */
export async function insertImage(tx: Tx, image: typeof images.$inferInsert) {
  await tx.insert(images).values(image).onConflictDoNothing()
}
