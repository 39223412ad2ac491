import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import type { Heard, Say } from '../../server/chat/intent.ts'
import { meetPerson } from '../../server/chat/people.usecases.ts'
import { respond } from '../../server/chat/respond.ts'
import { writeOut } from '../../server/chat/write-out.ts'
import type { Citizen, Ctx } from '../../server/ctx.ts'
import { shareWorld } from '../world/world.ts'

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
 *       - sends: photo                                  # photo, file, location or sticker; `user` beside it is its caption
 *       - after: 8d                                     # time passes (m, h, d) before the next turn
 *       - duplicate: true                               # the last message arrives once more: nothing new is said
 */
const Text = z.union([z.string(), z.number().transform(String)])
const Texts = z.union([Text, z.array(Text)]).transform((all) => [all].flat())
const Turn = z.strictObject({
  user: Text.optional(),
  tap: z.string().optional(),
  sends: z.enum(['photo', 'file', 'location', 'sticker']).optional(),
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
      const person = await meet(follower)
      for (const [at, turn] of turns.entries()) {
        const said = await person.does(turn)
        const where = `turn ${at + 1} (${turn.user ?? turn.tap ?? turn.sends ?? 'waits'}), the bot said:\n${said}`
        for (const text of turn.bot_contains ?? [])
          expect(said.normalize('NFC'), where).toContain(text.normalize('NFC'))
        for (const text of turn.bot_lacks ?? [])
          expect(said.normalize('NFC'), where).not.toContain(text.normalize('NFC'))
        if (turn.state !== undefined) expect(person.state(), where).toBe(turn.state)
      }
    })
  })
}

let people = 0

async function meet(isFollower: boolean) {
  people += 1
  const own = people
  const { service, clock } = world()
  const at = clock.now.toISOString()
  const who = { channel: 'oa', userId: `story-${own}`, userIdByApp: null, at } as const
  const { id, citizenId } = await service.ctx.write((tx) => meetPerson(tx, service.ctx, who))
  const actor: Citizen = { kind: 'citizen', id: citizenId, via: 'chat', sessionId: id }
  let aheadMs = 0
  const ctx: Ctx<Citizen> = { ...service.ctx, actor, now: () => new Date(clock.now.getTime() + aheadMs) }
  let dialogue: unknown = null
  const heardSays: Say[] = []
  let messages = 0
  async function hears(part: Partial<Heard>) {
    messages += 1
    const heard = { key: `story ${own} ${messages}`, text: '', files: [], location: null, ...part }
    const reply = await respond(ctx, { dialogue, heard })
    // Kept as text between two messages, as the service does.
    dialogue = JSON.parse(JSON.stringify(reply.dialogue))
    heardSays.unshift(...reply.say.toReversed())
    return reply.say.map(writeOut).join('\n\n')
  }
  if (isFollower) await hears({})
  return {
    async does({ user, tap, sends, after, duplicate }: Turn): Promise<string> {
      if (after !== undefined) aheadMs += Number.parseInt(after, 10) * UNIT_MS[after.at(-1) as keyof typeof UNIT_MS]
      if (duplicate) return ''
      if (tap !== undefined) return hears({ text: payloadOf(heardSays, tap) })
      if (sends !== undefined) return hears({ ...sent(sends), text: user ?? '' })
      return user === undefined ? '' : hears({ text: user })
    },
    state() {
      const { active } = dialogue as { active: { intent: string; state: { step: string } } | null }
      return active === null ? 'none' : `${active.intent}/${active.state.step}`
    },
  }
}

function payloadOf(says: Say[], label: string): string {
  const option = says.flatMap(({ options = [] }) => options).find((each) => each.label === label)
  if (option === undefined) throw new Error(`no button "${label}" was ever shown`)
  return option.payload
}

function sent(what: NonNullable<Turn['sends']>): Partial<Heard> {
  if (what === 'sticker') return {}
  if (what === 'location') return { location: { latitude: 11.31, longitude: 106.1 } }
  const kind = what === 'photo' ? 'image' : 'file'
  return { files: [{ kind, url: 'http://127.0.0.1:9/a', name: null }] }
}
