import { officerSpoke } from '../conversations/handoff.queries.ts'
import { voteOn } from '../conversations/questions.queries.ts'
import type { Ctx, System } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { Inbound } from './channel.ts'
import type { ChannelName } from './chat.schemas.ts'
import { readDialogue } from './dialogue.ts'
import { happenedAt } from './event-time.rules.ts'
import { type EventRow, settleEvents } from './events.queries.ts'
import { findOutgoingByMessage, listUnsettled, noteEchoed } from './messages.queries.ts'
import { enqueueSay, keepMessage } from './outgoing.queries.ts'
import { findPersonByUser, openDialogue, updatePerson } from './people.queries.ts'
import { meetPerson } from './people.usecases.ts'
import { sameWords, voteOf } from './reactions.rules.ts'
import { openBody, parseEvent } from './read-body.ts'
import { takeTurn } from './turn.usecases.ts'
import { writeOut } from './write-out.ts'

/** What belongs to other features' verbs; handed in by the door. */
export type Elsewhere = {
  /** Erases whoever Zalo says has withdrawn from the Official Account; safe to be told twice. */
  erase: (ctx: Ctx<System>, withdrawn: { citizenIds: string[]; userIdByApp: string | null }) => Promise<void>
  /** An event of the Mini App, as Zalo signed it. */
  hearMiniApp: (ctx: Ctx<System>, event: { key: string; body: string }) => Promise<void>
}

type Incoming = { event: EventRow; channel: ChannelName }
type Kind<K extends Inbound['kind']> = Extract<Inbound, { kind: K }>

const SORRY =
  'Xin lỗi anh/chị, trợ lý tự động chưa xử lý được tin vừa rồi. Anh/chị nhắn lại giúp, hoặc nhắn “gặp cán bộ”.'

/** Everything that one event, or some texts said in one breath, brings about; the last write is that they are settled. */
export async function handleEvents(ctx: Ctx<System>, elsewhere: Elsewhere, together: EventRow[]) {
  const [event] = together
  if (event === undefined) return
  if (event.channel === 'mini_app') {
    await elsewhere.hearMiniApp(ctx, { key: event.key, body: openBody(ctx, event) })
    return settle(ctx, event, 'done')
  }
  const { channel } = event
  const inbound = parseEvent(ctx, event)
  switch (inbound.kind) {
    case 'said': {
      const others = together.slice(1).map((each) => parseEvent(ctx, each))
      const texts = [inbound, ...others].flatMap((each) => (each.kind === 'said' ? [each.heard.text] : []))
      const heard = { ...inbound.heard, key: event.key, text: texts.join('\n') }
      return takeTurn(ctx, { events: together, channel, who: inbound, heard })
    }
    case 'followed':
    case 'opened_chat':
    case 'unfollowed':
      return noteFollowing(ctx, { event, channel }, inbound)
    case 'echo':
      return hearEcho(ctx, { event, channel }, inbound)
    case 'reacted':
      return countVote(ctx, { event, channel }, inbound)
    case 'withdrew':
      return forget(ctx, elsewhere, { event, channel }, inbound)
    case 'delivered':
    case 'seen':
    case 'other':
      return settle(ctx, event, 'ignored')
  }
}

/** Two in the wrong order end as the later one says. Whoever comes is greeted, once for each time. */
async function noteFollowing(
  ctx: Ctx<System>,
  { event, channel }: Incoming,
  { kind, ...who }: Kind<'followed' | 'opened_chat' | 'unfollowed'>,
) {
  const at = happenedAt(event)
  const isNewest = await ctx.write(async (tx) => {
    const person = await meetPerson(tx, ctx, { channel, ...who, at })
    if (kind !== 'opened_chat' && who.atMs < person.followMs) return false
    const following = kind === 'opened_chat' ? {} : { isFollower: kind === 'followed', followMs: who.atMs }
    const heardOf = kind === 'unfollowed' ? {} : { lastInteractionAt: later(person.lastInteractionAt, at) }
    await updatePerson(tx, person.id, { ...following, ...heardOf })
    return true
  })
  if (kind === 'unfollowed' || !isNewest) return settle(ctx, event, 'done')
  const heard = { key: event.key, text: 'menu', files: [], location: null }
  return takeTurn(ctx, { events: [event], channel, who, heard, isGreeting: true })
}

/** An officer who writes in Zalo's own console silences the bot; our own words come back as proof that they arrived. */
async function hearEcho(ctx: Ctx<System>, { event, channel }: Incoming, echo: Kind<'echo'>) {
  await ctx.write(async (tx) => {
    const person = await findPersonByUser(tx, ctx, { channel, userId: echo.userId })
    if (person !== undefined && echo.byOfficer) {
      await officerSpoke(tx, ctx, person.id)
      const said = { personId: person.id, speaker: 'staff', staffId: null, text: echo.text, outgoingId: null } as const
      await keepMessage(tx, ctx, { ...said, attachments: echo.text === '' ? 1 : 0 })
    }
    if (person !== undefined && !echo.byOfficer) await settleByEcho(tx, ctx, person.id, echo)
    await settleOrThrow(tx, event, 'done')
  })
}

async function settleByEcho(tx: Tx, ctx: Ctx<System>, personId: string, { messageId, text }: Kind<'echo'>) {
  if (await findOutgoingByMessage(tx, { personId, messageId })) return
  const rows = await listUnsettled(tx, personId)
  const row = rows.find(({ id, saySealed, messageId: known }) => {
    if (known !== null || saySealed === null) return false
    const place = { table: 'chat_outgoing', column: 'say_sealed', rowId: id }
    return sameWords(writeOut(JSON.parse(ctx.sealing.open(place, saySealed))), text)
  })
  if (row) await noteEchoed(tx, row, messageId, ctx.now().toISOString())
}

/** A thumb on the answer that was given last is a vote on it; on anything older nobody knows any more what it answered. */
async function countVote(ctx: Ctx<System>, { event, channel }: Incoming, { userId, messageId, icon }: Kind<'reacted'>) {
  const vote = voteOf(icon)
  await ctx.write(async (tx) => {
    const person = vote && (await findPersonByUser(tx, ctx, { channel, userId }))
    const answer = person && (await findOutgoingByMessage(tx, { personId: person.id, messageId }))
    const isLast = person && answer && person.dialogueAt !== null && answer.createdAt >= person.dialogueAt
    const questionId = isLast ? readDialogue(openDialogue(ctx, person)).dialogue.lastQuestionId : null
    if (vote && questionId !== null) await voteOn(tx, questionId, vote)
    await settleOrThrow(tx, event, 'done')
  })
}

async function forget(
  ctx: Ctx<System>,
  elsewhere: Elsewhere,
  { event, channel }: Incoming,
  { userId, userIdByApp }: Kind<'withdrew'>,
) {
  const person = await findPersonByUser(ctx.db, ctx, { channel, userId })
  const citizenIds = person === undefined ? [] : [...new Set([person.citizenId, person.firstCitizenId])]
  await elsewhere.erase(ctx, { citizenIds, userIdByApp })
  await settle(ctx, event, 'done')
}

/** Said once when nothing could be made of somebody's words, so that they do not wait in vain. */
export async function apologise(ctx: Ctx<System>, event: EventRow) {
  if (event.channel === 'mini_app') return
  const { channel } = event
  const inbound = parseEvent(ctx, event)
  if (inbound.kind !== 'said') return
  await ctx.write(async (tx) => {
    const person = await meetPerson(tx, ctx, { channel, ...inbound, at: happenedAt(event) })
    const sorry = { personId: person.id, kind: 'reply', dedupeKey: `${event.key} sorry`, say: { text: SORRY } } as const
    if (person.mode !== 'staff') await enqueueSay(tx, ctx, sorry)
  })
}

async function settle(ctx: Ctx<System>, event: EventRow, state: 'done' | 'ignored') {
  await ctx.write((tx) => settleOrThrow(tx, event, state))
}

async function settleOrThrow(tx: Tx, { key }: EventRow, state: 'done' | 'ignored') {
  if (!(await settleEvents(tx, [key], { state }))) throw new Error('an event was settled twice')
}

function later(known: string | null, at: string) {
  return known !== null && known > at ? known : at
}
