import type { Citizen, Ctx, System } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { findChannelSettings } from './channels.queries.ts'
import { type ChannelName, SENDING_JOB } from './chat.schemas.ts'
import { readDialogue } from './dialogue.ts'
import { happenedAt } from './event-time.rules.ts'
import { type EventRow, settleEvents } from './events.queries.ts'
import type { Heard, Say } from './intent.ts'
import { hasOutgoing } from './messages.queries.ts'
import { enqueueSay, keepMessage } from './outgoing.queries.ts'
import { findPerson, openDialogue, type PersonRow, sealDialogue, updatePerson } from './people.queries.ts'
import { meetPerson } from './people.usecases.ts'
import { respond } from './respond.ts'

const HOUR_MS = 60 * 60_000
const USUAL_NOTICE =
  'Trợ lý tự động đang tạm nghỉ. Tin của anh/chị đã được lưu; mời anh/chị nhắn lại sau, hoặc mở ứng dụng để tra cứu.'

type Heeded = {
  events: EventRow[]
  channel: ChannelName
  who: { userId: string; userIdByApp: string | null }
  heard: Heard
  /** They came and said nothing: only whoever is not in the middle of something is greeted. */
  isGreeting?: boolean
}

/**
 * One turn: what was said is kept, answered and settled by one write; what the answer changed elsewhere before that is
 * keyed by the event, so that after a crash in between the same turn is taken again and changes nothing twice.
 */
export async function takeTurn(ctx: Ctx<System>, { events, channel, who, heard, isGreeting = false }: Heeded) {
  const [first] = events
  const last = events.at(-1)
  if (first === undefined || last === undefined) return
  const at = happenedAt(last)
  const person = await ctx.write((tx) => meetPerson(tx, ctx, { channel, ...who, at }))
  const { isOff, notice } = await findChannelSettings(ctx.db, channel)
  const before = openDialogue(ctx, person)
  const isSilent = isOff || person.mode === 'staff' || (isGreeting && readDialogue(before).dialogue.active !== null)
  const answer = isSilent ? undefined : await respond(actAs(ctx, person), { dialogue: before, heard })
  await ctx.write(async (tx) => {
    const now = await findPerson(tx, person.id)
    // Erased meanwhile: whatever they said goes with them.
    if (now === undefined) return settleAll(tx, events)
    if (!isGreeting) await keepSaid(tx, ctx, now, heard)
    const lastInteractionAt = laterOf(now.lastInteractionAt, at)
    await updatePerson(tx, now.id, { lastInteractionAt })
    if (isOff) await sayThatOff(tx, ctx, now, notice)
    // An officer who has taken over meanwhile has the word.
    if (answer !== undefined && now.mode !== 'staff') {
      const dialogueSealed = sealDialogue(ctx, now.id, answer.dialogue)
      await updatePerson(tx, now.id, { dialogueSealed, dialogueAt: ctx.now().toISOString() })
      await sayAll(tx, ctx, now, first.key, answer.say)
    }
    await settleAll(tx, events)
  })
  ctx.clock().start(SENDING_JOB)
}

/** A chat person acts as their citizen; the session's id is the person's, by which the chat's own verbs know them. */
function actAs(ctx: Ctx<System>, person: PersonRow): Ctx<Citizen> {
  return {
    ...ctx,
    actor: { kind: 'citizen', id: person.citizenId, via: 'chat', sessionId: person.id },
    trail: { rows: 0 },
  }
}

async function keepSaid(tx: Tx, ctx: Ctx<System>, person: PersonRow, heard: Heard) {
  const attachments = heard.files.length + (heard.location === null ? 0 : 1)
  const said = { personId: person.id, speaker: 'person', staffId: null, text: heard.text, outgoingId: null } as const
  await keepMessage(tx, ctx, { ...said, attachments })
}

async function sayAll(tx: Tx, ctx: Ctx<System>, person: PersonRow, key: string, says: Say[]) {
  for (const [at, say] of says.entries())
    await enqueueSay(tx, ctx, { personId: person.id, kind: 'reply', dedupeKey: `${key} ${at}`, say })
}

/** At most once in each hour of the clock, so that whoever writes on is not answered the same each time. */
async function sayThatOff(tx: Tx, ctx: Ctx<System>, person: PersonRow, notice: string) {
  const hour = Math.floor(ctx.now().getTime() / HOUR_MS)
  const text = notice.trim() === '' ? USUAL_NOTICE : notice
  const dedupeKey = `off ${person.id} ${hour}`
  if (await hasOutgoing(tx, dedupeKey)) return
  await enqueueSay(tx, ctx, { personId: person.id, kind: 'reply', dedupeKey, say: { text } })
}

async function settleAll(tx: Tx, events: EventRow[]) {
  const keys = events.map(({ key }) => key)
  if (!(await settleEvents(tx, keys, { state: 'done' }))) throw new Error('an event was settled twice')
}

function laterOf(known: string | null, at: string) {
  return known !== null && known > at ? known : at
}
