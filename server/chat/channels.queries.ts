import { eq } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import type { ChannelName } from './chat.schemas.ts'
import { chatChannels } from './chat.table.ts'

export type ChannelSettings = { isOff: boolean; notice: string; hasButtons: boolean; mayPay: boolean }

/** Until staff say otherwise: it answers, with numbered lines alone, and never for money. */
const UNTOUCHED: ChannelSettings = { isOff: false, notice: '', hasButtons: false, mayPay: false }

export async function findChannelSettings(db: Db | Tx, channel: ChannelName): Promise<ChannelSettings> {
  const [row] = await db.select().from(chatChannels).where(eq(chatChannels.channel, channel)).limit(1)
  return row ?? UNTOUCHED
}
