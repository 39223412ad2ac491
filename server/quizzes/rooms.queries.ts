import { and, asc, count, eq, lt, ne, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { preparedOnce } from '../db/prepared-once.ts'
import { questionKeys, questionVersions, quizRooms, roomAnswers, roomPlayers } from './questions.table.ts'

export type RoomRow = typeof quizRooms.$inferSelect

const roomById = preparedOnce((db) =>
  db
    .select()
    .from(quizRooms)
    .where(eq(quizRooms.id, sql.placeholder('id')))
    .prepare(),
)

export async function findRoom(db: Db, id: string): Promise<RoomRow | undefined> {
  const [row] = await roomById(db).execute({ id })
  return row
}

/** The room that people join by this PIN now. */
export async function findOpenRoom(db: Db, pin: string): Promise<RoomRow | undefined> {
  const [row] = await db
    .select()
    .from(quizRooms)
    .where(and(eq(quizRooms.pin, pin), sql`stage <> 'ended'`))
  return row
}

/** False when another open room has the PIN. */
export async function insertRoom(tx: Tx, row: RoomRow): Promise<boolean> {
  const rows = await tx.insert(quizRooms).values(row).onConflictDoNothing().returning({ id: quizRooms.id })
  return rows.length > 0
}

/** False when the room no longer stands where it is moved from. */
export async function moveRoom(
  tx: Tx,
  { id, stage, at }: Pick<RoomRow, 'id' | 'stage' | 'at'>,
  change: Pick<RoomRow, 'stage' | 'at' | 'askedAt'>,
): Promise<boolean> {
  const rows = await tx
    .update(quizRooms)
    .set({ ...change, version: sql`${quizRooms.version} + 1` })
    .where(and(eq(quizRooms.id, id), eq(quizRooms.stage, stage), eq(quizRooms.at, at)))
    .returning({ id: quizRooms.id })
  return rows.length > 0
}

/** Tells phones to look again. */
export async function touchRoom(tx: Tx, id: string) {
  await tx
    .update(quizRooms)
    .set({ version: sql`${quizRooms.version} + 1` })
    .where(eq(quizRooms.id, id))
}

export async function endRoom(tx: Tx, id: string) {
  await tx
    .update(quizRooms)
    .set({ stage: 'ended', version: sql`${quizRooms.version} + 1` })
    .where(and(eq(quizRooms.id, id), ne(quizRooms.stage, 'ended')))
}

/** Those nobody has ended in time: their PINs are free again. */
export async function endRoomsBefore(tx: Tx, before: string) {
  await tx
    .update(quizRooms)
    .set({ stage: 'ended' })
    .where(and(lt(quizRooms.endsAt, before), ne(quizRooms.stage, 'ended')))
}

/** With their players and what these answered. */
export async function deleteRoomsBefore(tx: Tx, before: string) {
  await tx.delete(quizRooms).where(lt(quizRooms.endsAt, before))
}

export async function findRoomQuestion(db: Db, versionId: string) {
  const { kind, text, options } = questionVersions
  const [row] = await db
    .select({ kind, text, options })
    .from(questionVersions)
    .where(eq(questionVersions.id, versionId))
  return row
}

/** The key that counts. */
export async function findRoomKey(db: Db, versionId: string) {
  const [row] = await db
    .select({ key: questionKeys.key, explanation: questionKeys.explanation })
    .from(questionKeys)
    .where(eq(questionKeys.versionId, versionId))
    .orderBy(sql`${questionKeys.number} DESC`)
    .limit(1)
  return row
}

/** Versions of a topic that anybody may practise. */
export async function listRoomQuestions(db: Db, topic: string): Promise<string[]> {
  const rows = await db.values<[string]>(sql`
    SELECT question_versions.id FROM question_versions
    JOIN quiz_questions ON quiz_questions.id = question_versions.question_id
    WHERE state = 'published' AND topic = ${topic} AND pool = 'practice' AND retired_at IS NULL
    ORDER BY quiz_questions.code`)
  return rows.map(([id]) => id)
}

export async function countPlayers(db: Db, roomId: string): Promise<number> {
  const [row] = await db.select({ count: count() }).from(roomPlayers).where(eq(roomPlayers.roomId, roomId))
  return row?.count ?? 0
}

/** False when somebody in the room has the nickname. */
export async function insertPlayer(tx: Tx, row: typeof roomPlayers.$inferInsert): Promise<boolean> {
  const rows = await tx.insert(roomPlayers).values(row).onConflictDoNothing().returning({ id: roomPlayers.id })
  return rows.length > 0
}

export async function deletePlayer(tx: Tx, roomId: string, nickname: string): Promise<boolean> {
  const rows = await tx
    .delete(roomPlayers)
    .where(and(eq(roomPlayers.roomId, roomId), eq(roomPlayers.nickname, nickname)))
    .returning({ id: roomPlayers.id })
  return rows.length > 0
}

export async function findPlayer(db: Db, roomId: string, tokenHash: string) {
  const [row] = await db
    .select({ id: roomPlayers.id })
    .from(roomPlayers)
    .where(and(eq(roomPlayers.tokenHash, tokenHash), eq(roomPlayers.roomId, roomId)))
  return row
}

/** In the order they came. */
export async function listPlayers(db: Db, roomId: string) {
  const { id, nickname } = roomPlayers
  return db.select({ id, nickname }).from(roomPlayers).where(eq(roomPlayers.roomId, roomId)).orderBy(asc(id))
}

export async function listRoomAnswers(db: Db, roomId: string) {
  const { playerId, at, answer, isRight, answeredMs } = roomAnswers
  return db
    .select({ playerId, at, answer, isRight, answeredMs })
    .from(roomPlayers)
    .innerJoin(roomAnswers, eq(roomAnswers.playerId, roomPlayers.id))
    .where(eq(roomPlayers.roomId, roomId))
}

const answersAt = preparedOnce((db) =>
  db
    .select({ count: count() })
    .from(roomPlayers)
    .innerJoin(roomAnswers, and(eq(roomAnswers.playerId, roomPlayers.id), eq(roomAnswers.at, sql.placeholder('at'))))
    .where(eq(roomPlayers.roomId, sql.placeholder('roomId')))
    .prepare(),
)

export async function countAnswers(db: Db, roomId: string, at: number): Promise<number> {
  const [row] = await answersAt(db).execute({ roomId, at })
  return row?.count ?? 0
}

/** The first answer counts; a later one changes nothing, and what counts is told. */
export async function keepAnswer(tx: Tx, row: typeof roomAnswers.$inferInsert): Promise<string> {
  await tx.insert(roomAnswers).values(row).onConflictDoNothing()
  const [kept] = await tx
    .select({ answer: roomAnswers.answer })
    .from(roomAnswers)
    .where(and(eq(roomAnswers.playerId, row.playerId), eq(roomAnswers.at, row.at)))
  return kept?.answer ?? row.answer
}
