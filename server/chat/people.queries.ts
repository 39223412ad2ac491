import { and, eq, inArray, or } from 'drizzle-orm'
import type { Ctx } from '../ctx.ts'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { insertOnce } from '../db/prepared-once.ts'
import type { ChannelName } from './chat.schemas.ts'
import { chatLinkCodes, chatPeople } from './chat.table.ts'
import type { Dialogue } from './dialogue.ts'

export type PersonRow = typeof chatPeople.$inferSelect
type User = { channel: ChannelName; userId: string }

export async function findPerson(db: Db | Tx, id: string): Promise<PersonRow | undefined> {
  const [row] = await db.select().from(chatPeople).where(eq(chatPeople.id, id)).limit(1)
  return row
}

/** Whichever of our keys made the index; in the webhook's inbox it names the lane. */
export async function findPersonByUser(
  db: Db | Tx,
  { sealing }: Pick<Ctx, 'sealing'>,
  { channel, userId }: User,
): Promise<PersonRow | undefined> {
  const indexes = sealing.indexes('chat_user', nameOfUser({ channel, userId }))
  const [row] = await db
    .select()
    .from(chatPeople)
    .where(and(eq(chatPeople.channel, channel), inArray(chatPeople.userIndex, indexes)))
    .limit(1)
  return row
}

export const nameOfUser = ({ channel, userId }: User) => `${channel} ${userId}`

export const insertPerson = insertOnce(chatPeople)

export async function updatePerson(tx: Tx, id: string, change: Partial<PersonRow>) {
  await tx.update(chatPeople).set(change).where(eq(chatPeople.id, id))
}

/** Everybody who acts, or acted first, as this citizen. */
export async function listPeopleOf(db: Db | Tx, citizenId: string): Promise<PersonRow[]> {
  return db
    .select()
    .from(chatPeople)
    .where(or(eq(chatPeople.citizenId, citizenId), eq(chatPeople.firstCitizenId, citizenId)))
}

/** Those of these people who talk with us. */
export async function listWithChat(db: Db, citizenIds: string[]): Promise<string[]> {
  const rows = await db
    .select({ now: chatPeople.citizenId, first: chatPeople.firstCitizenId })
    .from(chatPeople)
    .where(or(inIds(chatPeople.citizenId, citizenIds), inIds(chatPeople.firstCitizenId, citizenIds)))
  return [...new Set(rows.flatMap(({ now, first }) => [now, first]))]
}

/** What was said and what waits to be said go with it, by the foreign keys. */
export async function deletePerson(tx: Tx, id: string) {
  await tx.delete(chatPeople).where(eq(chatPeople.id, id))
}

export async function deleteLinkCodesOf(tx: Tx, citizenId: string) {
  await tx.delete(chatLinkCodes).where(eq(chatLinkCodes.citizenId, citizenId))
}

const dialoguePlace = (id: string) => ({ table: 'chat_people', column: 'dialogue_sealed', rowId: id })

/** What was kept, as it is: whoever goes on with it judges whether it can still be read. */
export function openDialogue({ sealing }: Pick<Ctx, 'sealing'>, { id, dialogueSealed }: PersonRow): unknown {
  if (dialogueSealed === null) return null
  try {
    return JSON.parse(sealing.open(dialoguePlace(id), dialogueSealed))
  } catch {
    return 'unreadable'
  }
}

export function sealDialogue({ sealing }: Pick<Ctx, 'sealing'>, id: string, dialogue: Dialogue) {
  return sealing.seal(dialoguePlace(id), JSON.stringify(dialogue))
}

const userPlace = (id: string) => ({ table: 'chat_people', column: 'user_sealed', rowId: id })

export function sealUserId({ sealing }: Pick<Ctx, 'sealing'>, id: string, userId: string) {
  return sealing.seal(userPlace(id), userId)
}

/** The channel's own id of the person, for writing to them. */
export function openUserId({ sealing }: Pick<Ctx, 'sealing'>, { id, userSealed }: PersonRow) {
  return sealing.open(userPlace(id), userSealed)
}
