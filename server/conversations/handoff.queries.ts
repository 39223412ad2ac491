import { eq } from 'drizzle-orm'
import { chatPeople } from '../chat/chat.table.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'

/** An officer wrote to somebody in Zalo's own console, as an echo tells: the bot is silent from here. */
export async function officerSpoke(tx: Tx, _ctx: Pick<Ctx, 'now' | 'newId' | 'sealing'>, personId: string) {
  await tx.update(chatPeople).set({ mode: 'staff' }).where(eq(chatPeople.id, personId))
}
