import { eq } from 'drizzle-orm'
import { chatMessages } from '../../server/chat/chat.table.ts'
import type { Ctx } from '../../server/ctx.ts'

/** A conversation as it was kept. */
export async function listMessagesOf({ db, sealing }: Pick<Ctx, 'db' | 'sealing'>, personId: string) {
  const rows = await db.select().from(chatMessages).where(eq(chatMessages.personId, personId)).orderBy(chatMessages.id)
  return rows.map(({ id, textSealed }) =>
    sealing.open({ table: 'chat_messages', column: 'text_sealed', rowId: id }, textSealed),
  )
}
