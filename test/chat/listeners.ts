import type { OutgoingKind } from '../../server/chat/chat.schemas.ts'
import { chatChannels, chatOutgoing } from '../../server/chat/chat.table.ts'
import type { Say } from '../../server/chat/intent.ts'
import { enqueueSay } from '../../server/chat/outgoing.queries.ts'
import { insertPerson, nameOfUser, sealUserId } from '../../server/chat/people.queries.ts'
import { createWorld } from '../world/world.ts'

type Wish = Parameters<typeof createWorld>[0]
export type Listener = { id: string; userId: string; citizenId: string }

/** A world with people who have just spoken with the account, so that they can be spoken to. */
export async function createSpeakingWorld(wish?: Wish) {
  const world = await createWorld(wish)
  const { ctx } = world.service
  let said = 0

  /** Somebody who follows and has just written something. */
  async function meet(userId = newUserId()): Promise<Listener> {
    const [id, citizenId] = [ctx.newId(), ctx.newId()]
    const { state, oa } = world.zalo
    const phone = `849${String(1_000_000_00 + Number(userId.slice(-6)))}`.slice(0, 11)
    if (!oa.find(userId)) state.addPerson({ id: userId, name: `Người ${userId}`, phone, oaUserId: userId })
    const follower = oa.find(userId)
    if (!follower) throw new Error('the simulator knows nobody of this name')
    follower.isFollower = true
    oa.interact(follower)
    const at = ctx.now().toISOString()
    await ctx.write((tx) =>
      insertPerson(tx, {
        ...{ id, channel: 'oa', userIndex: ctx.sealing.index('chat_user', nameOfUser({ channel: 'oa', userId })) },
        ...{ userSealed: sealUserId(ctx, id, userId), citizenId, firstCitizenId: citizenId, isFollower: true },
        ...{ followMs: ctx.now().getTime(), lastInteractionAt: at, refusesNews: false, mode: 'bot' },
        ...{ dialogueSealed: null, dialogueAt: null, createdAt: at, version: 1 },
      }),
    )
    return { id, userId, citizenId }
  }
  async function say(to: Listener, text: string | Say, kind: OutgoingKind = 'reply') {
    said += 1
    const dedupeKey = `said ${said}`
    const words = typeof text === 'string' ? { text } : text
    return ctx.write((tx) => enqueueSay(tx, ctx, { personId: to.id, kind, dedupeKey, say: words }))
  }
  return {
    ...world,
    meet,
    say,
    /** Texts this person has received, in order. */
    heard: ({ userId }: Listener) =>
      world.zalo.oa
        .lines(userId)
        .filter(({ by }) => by === 'oa')
        .map(({ text }) => text),
    send: () => world.runJob('chat.send'),
    /** How each message stands, in the order in which they were said. */
    async outgoing() {
      const rows = await ctx.db.select().from(chatOutgoing).orderBy(chatOutgoing.id)
      return rows.map(({ state, problem, attempts }) => ({ state, problem, attempts }))
    },
    async setChannel(settings: Partial<typeof chatChannels.$inferInsert>) {
      const row = { channel: 'oa' as const, isOff: false, notice: '', hasButtons: false, mayPay: false }
      const values = { ...row, changedAt: ctx.now().toISOString(), ...settings }
      await ctx.write((tx) =>
        tx.insert(chatChannels).values(values).onConflictDoUpdate({ target: chatChannels.channel, set: values }),
      )
    },
    pass(ms: number) {
      world.clock.now = new Date(world.clock.now.getTime() + ms)
    },
  }
}

let users = 0
function newUserId() {
  users += 1
  return `7000000000000${String(users).padStart(6, '0')}`
}
