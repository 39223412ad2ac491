import { and, count, desc, eq, gt, inArray, isNotNull, lt, lte, ne, or, sql } from 'drizzle-orm'
import { auditEntries } from '../audit/audit.table.ts'
import type { CONVERSATION_MODES, Speaker } from '../chat/chat.schemas.ts'
import { chatMessages, chatOutgoing, chatPeople } from '../chat/chat.table.ts'
import type { Db } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { staff } from '../staff/staff.table.ts'
import type { HandoffState } from './conversations.schemas.ts'
import { chatHandoffs } from './conversations.table.ts'

const { id, channel, mode, isFollower, lastInteractionAt } = chatPeople
const PERSON = { id, channel, mode, isFollower, lastInteractionAt }

export type Person = Awaited<ReturnType<typeof listPeople>>[number]

/** Whoever has said something, the last to speak first. */
export async function listPeople(
  db: Db,
  wanted: { mode?: (typeof CONVERSATION_MODES)[number]; after?: { sortKey: string; id: string }; limit: number },
) {
  const { after } = wanted
  return db
    .select(PERSON)
    .from(chatPeople)
    .where(
      and(
        isNotNull(lastInteractionAt),
        wanted.mode === undefined ? undefined : eq(mode, wanted.mode),
        after === undefined ? undefined : sql`(${lastInteractionAt}, ${id}) < (${after.sortKey}, ${after.id})`,
      ),
    )
    .orderBy(desc(lastInteractionAt), desc(id))
    .limit(wanted.limit)
}

export async function findPeople(db: Db, ids: string[]): Promise<Map<string, Person>> {
  const rows = await db.select(PERSON).from(chatPeople).where(inIds(id, ids))
  return new Map(rows.map((row) => [row.id, row]))
}

/** The last line of each of these people, still sealed. */
export async function listLastLines(db: Db, personIds: string[]) {
  const lines = await Promise.all(personIds.map((personId) => listMessages(db, { personId, limit: 1 })))
  return new Map(lines.flatMap(([line]) => (line === undefined ? [] : [[line.personId, line] as const])))
}

export type MessageRow = Awaited<ReturnType<typeof listMessages>>[number]

/** Lines of one person, the newest first, with what became of those that we said. */
export async function listMessages(
  db: Db,
  { personId, before, limit }: { personId: string; before?: { sortKey: string; id: string }; limit: number },
) {
  const { at, speaker, staffId, textSealed, attachments } = chatMessages
  return db
    .select({
      ...{ id: chatMessages.id, personId: chatMessages.personId, at, speaker, staffId, textSealed, attachments },
      ...{ sendingState: chatOutgoing.state, sendingProblem: chatOutgoing.problem },
    })
    .from(chatMessages)
    .leftJoin(chatOutgoing, eq(chatOutgoing.id, chatMessages.outgoingId))
    .where(
      and(
        eq(chatMessages.personId, personId),
        before === undefined
          ? undefined
          : or(lt(at, before.sortKey), and(eq(at, before.sortKey), lt(chatMessages.id, before.id))),
      ),
    )
    .orderBy(desc(at), desc(chatMessages.id))
    .limit(limit)
}

/** The last things somebody themselves said until then, the newest first. */
export async function listSaid(db: Db, { personId, until, limit }: { personId: string; until: string; limit: number }) {
  return db
    .select({ id: chatMessages.id, textSealed: chatMessages.textSealed })
    .from(chatMessages)
    .where(and(eq(chatMessages.personId, personId), eq(chatMessages.speaker, 'person'), lte(chatMessages.at, until)))
    .orderBy(desc(chatMessages.at), desc(chatMessages.id))
    .limit(limit)
}

export async function countSaid(
  db: Db,
  { personId, speaker, since, until }: { personId: string; speaker: Speaker; since?: string; until?: string },
): Promise<number> {
  const [row] = await db
    .select({ said: count() })
    .from(chatMessages)
    .where(
      and(
        eq(chatMessages.personId, personId),
        eq(chatMessages.speaker, speaker),
        since === undefined ? undefined : gt(chatMessages.at, since),
        until === undefined ? undefined : lte(chatMessages.at, until),
      ),
    )
  return row?.said ?? 0
}

/** When an officer last spoke to this person. */
export async function findLastStaffWord(db: Db, personId: string): Promise<string | undefined> {
  const [row] = await db
    .select({ at: chatMessages.at })
    .from(chatMessages)
    .where(and(eq(chatMessages.personId, personId), eq(chatMessages.speaker, 'staff')))
    .orderBy(desc(chatMessages.at))
    .limit(1)
  return row?.at
}

const OPEN: HandoffState[] = ['waiting', 'active']

/** The handoffs of these people that have not ended, by person. */
export async function listOpenOf(db: Db, personIds: string[]) {
  const rows = await db
    .select()
    .from(chatHandoffs)
    .where(and(inIds(chatHandoffs.personId, personIds), inArray(chatHandoffs.state, OPEN)))
  return new Map(rows.map((row) => [row.personId, row]))
}

export async function countOthers(db: Db, { personId, id: one }: { personId: string; id: string }): Promise<number> {
  const [row] = await db
    .select({ others: count() })
    .from(chatHandoffs)
    .where(and(eq(chatHandoffs.personId, personId), ne(chatHandoffs.id, one)))
  return row?.others ?? 0
}

export async function listStaffNames(db: Db, staffIds: string[]): Promise<Map<string, string>> {
  const rows = await db.select({ id: staff.id, name: staff.name }).from(staff).where(inIds(staff.id, staffIds))
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** When this officer last opened this conversation, as the log tells. */
export async function findLastReading(db: Db, { staffId, personId }: { staffId: string; personId: string }) {
  const { at, subjectKind, subjectId, action, actorId } = auditEntries
  const [row] = await db
    .select({ at })
    .from(auditEntries)
    .where(
      and(
        ...[eq(subjectKind, 'conversation'), eq(subjectId, personId)],
        ...[eq(action, 'conversation.read'), eq(actorId, staffId)],
      ),
    )
    .orderBy(desc(auditEntries.id))
    .limit(1)
  return row?.at
}
