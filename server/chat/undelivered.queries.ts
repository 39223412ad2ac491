import { and, count, desc, eq, ne } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { chatOutgoing, chatPeople } from './chat.table.ts'

/** Staff have let it be. */
const DROPPED = 'dropped'
const isDead = and(eq(chatOutgoing.state, 'failed'), ne(chatOutgoing.problem, DROPPED))

/** Newest first. */
export async function listDead(db: Db, limit: number) {
  return db
    .select({ channel: chatPeople.channel, row: chatOutgoing })
    .from(chatOutgoing)
    .innerJoin(chatPeople, eq(chatPeople.id, chatOutgoing.personId))
    .where(isDead)
    .orderBy(desc(chatOutgoing.id))
    .limit(limit)
}

export async function countDead(db: Db): Promise<number> {
  const [row] = await db.select({ count: count() }).from(chatOutgoing).where(isDead)
  return row?.count ?? 0
}

/** Nothing when somebody else has seen to it, or it has left after all. */
export async function findDead(tx: Tx, id: string) {
  const [row] = await tx
    .select()
    .from(chatOutgoing)
    .where(and(eq(chatOutgoing.id, id), isDead))
  return row
}

export async function reviveDead(tx: Tx, id: string, at: string) {
  await tx
    .update(chatOutgoing)
    .set({ state: 'waiting', attempts: 0, nextAt: at, problem: null })
    .where(and(eq(chatOutgoing.id, id), isDead))
}

export async function dropDead(tx: Tx, id: string) {
  await tx
    .update(chatOutgoing)
    .set({ problem: DROPPED })
    .where(and(eq(chatOutgoing.id, id), isDead))
}
