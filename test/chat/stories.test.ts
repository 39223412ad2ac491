import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { desc, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { chatOutgoing } from '../../server/chat/chat.table.ts'
import { readDialogue } from '../../server/chat/dialogue.ts'
import type { Say } from '../../server/chat/intent.ts'
import { findPersonByUser, openDialogue } from '../../server/chat/people.queries.ts'
import { createWorld, shareWorld } from '../world/world.ts'

/**
 * Conversations as people have them: `test/chat/stories/*.yaml`, each a list of stories.
 *
 *   - story: Chuyển trường, hỏi bằng chữ không dấu      # what a person would call it
 *     follower: true                                    # was greeted before (usual); false: their first word
 *     turns:
 *       - user: con toi chuyen truong can giay to gi    # types
 *         bot_contains: [Chuyển trường, "Kiểm tra ngày"] # all of it stands in what comes back, as written out
 *         bot_lacks: [miễn phí]                         # none of it does
 *         state: none                                   # what waits now: `intent/step` or `none`
 *       - tap: Giấy tờ của tôi                          # taps the latest button with this label, also an old one
 *       - sends: photo                                  # photo, location or sticker
 *       - after: 8d                                     # time passes (m, h, d) before the next turn
 *       - duplicate: true                               # the last message arrives once more: nothing new is said
 */
const Text = z.union([z.string(), z.number().transform(String)])
const Texts = z.union([Text, z.array(Text)]).transform((all) => [all].flat())
const Turn = z.strictObject({
  user: Text.optional(),
  tap: z.string().optional(),
  sends: z.enum(['photo', 'location', 'sticker']).optional(),
  after: z
    .string()
    .regex(/^\d+[mhd]$/)
    .optional(),
  duplicate: z.literal(true).optional(),
  bot_contains: Texts.optional(),
  bot_lacks: Texts.optional(),
  state: z.string().optional(),
})
const Stories = z.array(
  z.strictObject({ story: z.string(), follower: z.boolean().default(true), turns: z.array(Turn) }),
)
type Turn = z.infer<typeof Turn>

const FOLDER = join(import.meta.dirname, 'stories')
const UNIT_MS = { m: 60_000, h: 3_600_000, d: 86_400_000 }
const world = shareWorld()

for (const file of readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'))) {
  const stories = Stories.parse(parse(readFileSync(join(FOLDER, file), 'utf8')))
  describe(file, () => {
    test.each(stories.map((each) => [each.story, each] as const))('%s', async (_, { turns, follower }) => {
      // Where days pass, they pass for this story alone.
      const passes = turns.some(({ after }) => after !== undefined)
      const person = await meet(passes ? await createWorld() : world(), follower)
      for (const [at, turn] of turns.entries()) {
        const said = await person.does(turn)
        const where = `turn ${at + 1} (${turn.user ?? turn.tap ?? turn.sends ?? 'waits'}), the bot said:\n${said}`
        for (const text of turn.bot_contains ?? []) expect(said, where).toContain(text.normalize('NFC'))
        for (const text of turn.bot_lacks ?? []) expect(said, where).not.toContain(text.normalize('NFC'))
        if (turn.duplicate) expect(said).toBe('')
        if (turn.state !== undefined) expect(await person.state(), where).toBe(turn.state)
      }
    })
  })
}

/** Somebody with a phone: every word goes by way of the simulator and the webhook, and comes back the same way. */
async function meet(place: ReturnType<typeof world>, follows: boolean) {
  const phone = await place.openChat({ follows })
  const { zalo, clock } = place
  const { userId } = phone
  const { ctx } = place.service
  let last = { text: '', id: '' }
  function says(text: string) {
    last = { text, id: `story-${userId}-${ctx.newId()}` }
    zalo.driver.text(userId, text, { id: last.id })
  }
  const row = () => findPersonByUser(ctx.db, ctx, { channel: 'oa', userId })
  /** What a tap on the latest button with this label sends back, also where Zalo shows the lines alone. */
  async function payloadOf(label: string): Promise<string> {
    const said = await ctx.db
      .select()
      .from(chatOutgoing)
      .where(eq(chatOutgoing.personId, (await row())?.id ?? ''))
      .orderBy(desc(chatOutgoing.id))
    const says = said.flatMap(({ id, saySealed }): Say[] => {
      const at = { table: 'chat_outgoing', column: 'say_sealed', rowId: id }
      return saySealed === null ? [] : [JSON.parse(ctx.sealing.open(at, saySealed))]
    })
    const option = says.flatMap(({ options = [] }) => options).find((each) => each.label === label)
    if (option === undefined) throw new Error(`nothing offered reads “${label}”`)
    return option.payload
  }
  return {
    async does({ user, tap, sends, after, duplicate }: Turn): Promise<string> {
      const passedMs = Number.parseInt(after ?? '0', 10) * UNIT_MS[(after?.at(-1) ?? 'm') as keyof typeof UNIT_MS]
      clock.now = new Date(clock.now.getTime() + passedMs)
      if (duplicate) zalo.driver.text(userId, last.text, { id: last.id })
      if (tap !== undefined) zalo.driver.tap(userId, { payload: await payloadOf(tap) })
      if (sends === 'photo') phone.sendsPhoto()
      if (sends === 'location') phone.sendsPlace()
      if (sends === 'sticker') zalo.driver.sticker(userId)
      if (user !== undefined) says(user)
      return (await phone.reply()).join('\n\n').normalize('NFC')
    },
    async state() {
      const person = await row()
      const active = person && readDialogue(openDialogue(ctx, person)).dialogue.active
      return active ? `${active.intent}/${active.state.step}` : 'none'
    },
  }
}
