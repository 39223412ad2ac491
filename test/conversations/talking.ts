import { asc, eq } from 'drizzle-orm'
import type { ChannelName } from '../../server/chat/chat.schemas.ts'
import { chatOutgoing, chatPeople } from '../../server/chat/chat.table.ts'
import type { Say } from '../../server/chat/intent.ts'
import { keepMessage } from '../../server/chat/outgoing.queries.ts'
import { sealUserId } from '../../server/chat/people.queries.ts'
import { writeOut } from '../../server/chat/write-out.ts'
import { officerIntent } from '../../server/conversations/conversations.chat.ts'
import type { Citizen, Ctx } from '../../server/ctx.ts'

type Service = { ctx: Ctx }

/** Somebody who talks with us, as their first message makes them. */
export async function makeTalker({ ctx }: Service, { channel = 'oa' }: { channel?: ChannelName } = {}) {
  const [id, citizenId] = [ctx.newId(), ctx.newId()]
  const at = ctx.now().toISOString()
  await ctx.write((tx) =>
    tx.insert(chatPeople).values({
      ...{ id, channel, userIndex: `index of ${id}`, userSealed: sealUserId(ctx, id, id), citizenId },
      firstCitizenId: citizenId,
      ...{ isFollower: true, followMs: 0, lastInteractionAt: at, refusesNews: false, mode: 'bot' },
      ...{ createdAt: at, version: 1 },
    }),
  )
  const actor: Citizen = { kind: 'citizen', id: citizenId, via: 'chat', sessionId: id }
  return {
    id,
    /** Says it; nobody answers. */
    async says(text: string) {
      await ctx.write(async (tx) => {
        await tx.update(chatPeople).set({ lastInteractionAt: ctx.now().toISOString() }).where(eq(chatPeople.id, id))
        await keepMessage(tx, ctx, {
          ...{ personId: id, speaker: 'person', staffId: null, text, attachments: 0, outgoingId: null },
        })
      })
    },
    /** Says it to the bot, which answers when it is about officers. */
    async asks(text: string) {
      await this.says(text)
      const heard = { key: ctx.newId(), text, files: [], location: null }
      const { say } = await officerIntent.start({ ...ctx, actor }, heard)
      return say.map(writeOut).join('\n')
    },
    /** Everything that was put in the outbox for them, the oldest first. */
    async heard() {
      const rows = await ctx.db
        .select({ id: chatOutgoing.id, saySealed: chatOutgoing.saySealed })
        .from(chatOutgoing)
        .where(eq(chatOutgoing.personId, id))
        .orderBy(asc(chatOutgoing.id))
      return rows.map((row) => openSay(ctx, row).text)
    },
    async mode() {
      const [row] = await ctx.db.select({ mode: chatPeople.mode }).from(chatPeople).where(eq(chatPeople.id, id))
      return row?.mode
    },
    /** As when they withdraw their consent or are erased. */
    async vanishes() {
      await ctx.write((tx) => tx.delete(chatPeople).where(eq(chatPeople.id, id)))
    },
  }
}

function openSay(ctx: Ctx, { id, saySealed }: { id: string; saySealed: string | null }): Say {
  return JSON.parse(ctx.sealing.open({ table: 'chat_outgoing', column: 'say_sealed', rowId: id }, saySealed ?? ''))
}
