import { chatPeople } from '../../server/chat/chat.table.ts'
import { foldWords } from '../../server/chat/choosing.ts'
import type { Heard, Intent, Option, Say, Turn } from '../../server/chat/intent.ts'
import { citizens } from '../../server/citizens/citizens.table.ts'
import { findSelves } from '../../server/citizens/link.queries.ts'
import type { Citizen, Ctx } from '../../server/ctx.ts'

type Service = { ctx: Ctx }
type Person = Awaited<ReturnType<typeof meetChatPerson>>
type Said = string | Partial<Heard>

/** Somebody who has written to the account, and the service as it is for them. */
export async function meetChatPerson({ ctx }: Service) {
  const [id, citizenId, at] = [ctx.newId(), ctx.newId(), ctx.now().toISOString()]
  const userSealed = ctx.sealing.seal({ table: 'chat_people', column: 'user_sealed', rowId: id }, id)
  await ctx.write(async (tx) => {
    await tx.insert(citizens).values({ id: citizenId, kind: 'zalo', createdAt: at })
    await tx.insert(chatPeople).values({
      ...{ id, channel: 'oa', userIndex: id, userSealed, citizenId, firstCitizenId: citizenId, isFollower: true },
      ...{ followMs: 0, lastInteractionAt: at, refusesNews: false, mode: 'bot', createdAt: at, version: 1 },
    })
  })
  return { id, citizenId }
}

/** A conversation with one intent and nothing around it: what was said last, and what it waits for. */
export async function openTalk<S extends { step: string }>(service: Service, intent: Intent<S>, known?: Person) {
  const person = known ?? (await meetChatPerson(service))
  const selves = await findSelves(service.ctx.db, person.id)
  const id = selves?.citizenId ?? person.citizenId
  const actor: Citizen = { kind: 'citizen', id, via: 'chat', sessionId: person.id }
  const ctx: Ctx<Citizen> = { ...service.ctx, actor }
  const turns = { count: 0 }
  async function turnOf(before: S | undefined, heard: Heard): Promise<Turn<S> | undefined> {
    if (before === undefined) return intent.start(ctx, heard)
    if (heard.text === 'bỏ qua') return intent.skip?.(ctx, before, heard)
    if (heard.text !== 'quay lại') return intent.resume(ctx, before, heard)
    const next = intent.back?.(before)
    return next === undefined ? undefined : { say: await intent.ask(ctx, next), next }
  }
  const talk = {
    person,
    ctx,
    state: undefined as S | undefined,
    isDone: false,
    offered: [] as Option[],
    /** Everything said in the last turn, as one text. */
    heard: '',
    async say(said: Said) {
      turns.count += 1
      const heard = toHeard(said, `event ${person.id} ${turns.count}`)
      return talk.hear(heard)
    },
    async hear(heard: Heard) {
      const before = talk.state
      const turn = await turnOf(before, heard)
      if (turn === undefined) return talk.tell([], before)
      talk.isDone = turn.next === 'done'
      return talk.tell(turn.say, turn.next === 'done' ? undefined : turn.next)
    },
    /** What "huỷ" does. */
    forget() {
      talk.state = undefined
    },
    /** A tap on the button with this label, as Zalo sends it back. */
    async tap(label: string) {
      const option = talk.offered.find((each) => foldWords(each.label).startsWith(foldWords(label)))
      if (option === undefined) throw new Error(`no button ${label} among ${talk.offered.map((each) => each.label)}`)
      return talk.say(option.payload)
    },
    tell(says: Say[], state: S | undefined) {
      talk.state = state
      const offered = says.findLast(({ options = [] }) => options.length > 0)?.options
      if (offered) talk.offered = offered
      talk.heard = says.map(({ text, links = [] }) => [text, ...links.map(({ url }) => url)].join('\n')).join('\n')
      return talk.heard
    },
  }
  return talk
}

function toHeard(said: Said, key: string): Heard {
  const heard = typeof said === 'string' ? { text: said } : said
  return { key, text: '', files: [], location: null, ...heard }
}
