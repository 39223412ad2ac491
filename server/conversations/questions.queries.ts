import { eq, sql } from 'drizzle-orm'
import { chatPeople } from '../chat/chat.table.ts'
import { maskPersonal } from '../chat/mask.rules.ts'
import type { Db, Tx } from '../db/database.ts'
import { insertOnce, preparedOnce } from '../db/prepared-once.ts'
import { fold } from '../search/vietnamese-text.ts'
import type { VOTES } from './conversations.schemas.ts'
import { chatQuestions } from './conversations.table.ts'

const LONGEST_KEPT = 300
const insert = insertOnce(chatQuestions, { onConflict: 'nothing' })

type Question = Pick<typeof chatQuestions.$inferInsert, 'id' | 'at' | 'channel' | 'band' | 'answeredWith'> & {
  text: string
}

/** Keeps a question without who asked it, and without the numbers that could tell; the same id is kept once. */
export async function insertQuestion(tx: Tx, { text, ...question }: Question) {
  const masked = maskPersonal([...text].slice(0, LONGEST_KEPT).join(''))
  await insert(tx, { ...question, text: masked, folded: fold(masked).replace(/\s+/g, ' ').trim() })
}

/** What they think of an answer; the last word counts. */
export async function voteOn(tx: Tx, id: string, vote: (typeof VOTES)[number]) {
  await tx.update(chatQuestions).set({ vote }).where(eq(chatQuestions.id, id))
}

const talkerById = preparedOnce((db) =>
  db
    .select({ channel: chatPeople.channel, mode: chatPeople.mode })
    .from(chatPeople)
    .where(eq(chatPeople.id, sql.placeholder('personId')))
    .prepare(),
)

/** By which channel somebody talks with us, and whether they wait for an officer. */
export async function findTalker(db: Db, personId: string) {
  const [row] = await talkerById(db).execute({ personId })
  return row
}
