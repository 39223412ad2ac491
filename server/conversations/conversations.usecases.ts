import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { readTimetable } from '../feedback/report-time.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import { foldedWords } from '../search/vietnamese-text.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { ROOT_UNIT_ID } from '../units/units.schemas.ts'
import { workingMsBetween } from '../working-time/working-time.rules.ts'
import { readOffice } from './asking.usecases.ts'
import * as queries from './conversations.queries.ts'
import type {
  Conversation,
  ConversationList,
  ConversationQuery,
  ConversationRow,
  HandoffCounts,
  HandoffQueue,
  TranscriptQuery,
} from './conversations.schemas.ts'
import { type HandoffRow, listOpen } from './handoff.queries.ts'
import { asksForOfficer } from './officer-words.rules.ts'
import { personNumber } from './person-number.rules.ts'

type Row = z.input<typeof ConversationRow>

const PAGE = 30
const LINES = 60
const LAST_ASKED = 3
/** A screen left open asks every few seconds: who reads is written down once in so long. */
const READING_MS = 60 * 60_000
const MINUTE_MS = 60_000

/** Everybody who has said something, the last to speak first; nobody's name is known here. */
export async function listConversations(
  ctx: Ctx<Staff>,
  { mode, cursor }: z.output<typeof ConversationQuery>,
): Promise<z.input<typeof ConversationList>> {
  requirePermission(ctx, 'chat.read', ROOT_UNIT_ID)
  const after = cursor === undefined ? undefined : decodeCursor(cursor)
  const people = await queries.listPeople(ctx.db, { mode, after, limit: PAGE + 1 })
  const shown = people.slice(0, PAGE)
  const handoffs = await queries.listOpenOf(
    ctx.db,
    shown.map(({ id }) => id),
  )
  const last = shown.at(-1)
  return {
    items: await describe(ctx, shown, handoffs),
    nextCursor: people.length > PAGE && last ? encodeCursor(last.lastInteractionAt ?? '', last.id) : null,
  }
}

/** Who waits and whom officers have, as a desk sees it. */
export async function showQueue(ctx: Ctx<Staff>): Promise<z.input<typeof HandoffQueue>> {
  requirePermission(ctx, 'chat.read', ROOT_UNIT_ID)
  const open = await listOpen(ctx.db)
  const ids = open.map(({ personId }) => personId)
  const people = await queries.findPeople(ctx.db, ids)
  const inOrder = ids.flatMap((id) => people.get(id) ?? [])
  const items = await describe(ctx, inOrder, new Map(open.map((row) => [row.personId, row])))
  return { items, ...(await readOffice(ctx)) }
}

/** What the menu tells of the queue. */
export async function countHandoffs(ctx: Ctx<Staff>): Promise<z.input<typeof HandoffCounts>> {
  requirePermission(ctx, 'chat.read', ROOT_UNIT_ID)
  const open = await listOpen(ctx.db)
  const mine = open.filter(({ state, claimedBy }) => state === 'active' && claimedBy === ctx.actor.id)
  const unanswered = await Promise.all(mine.map((handoff) => countUnanswered(ctx, handoff)))
  return {
    waiting: open.filter(({ state }) => state === 'waiting').length,
    mine: mine.length,
    mineUnanswered: unanswered.filter((said) => said > 0).length,
  }
}

/** What was said, masked as it is kept; whoever reads it is written down. */
export async function showConversation(
  ctx: Ctx<Staff>,
  personId: string,
  { before }: z.output<typeof TranscriptQuery> = {},
): Promise<z.input<typeof Conversation>> {
  requirePermission(ctx, 'chat.read', ROOT_UNIT_ID)
  const earlierThan = before === undefined ? undefined : decodeCursor(before)
  const people = await queries.findPeople(ctx.db, [personId])
  const handoffs = await queries.listOpenOf(ctx.db, [personId])
  const [row] = await describe(ctx, [...people.values()], handoffs)
  if (row === undefined) throw new AppError('conversation.not_found')
  await noteReading(ctx, personId)
  const lines = await queries.listMessages(ctx.db, { personId, before: earlierThan, limit: LINES + 1 })
  const shown = lines.slice(0, LINES)
  const oldest = shown.at(-1)
  const handoff = handoffs.get(personId)
  return {
    ...row,
    summary: handoff === undefined ? null : await summarise(ctx, handoff),
    messages: await describeLines(ctx, shown.toReversed()),
    earlierCursor: lines.length > LINES && oldest ? encodeCursor(oldest.at, oldest.id) : null,
  }
}

async function noteReading(ctx: Ctx<Staff>, personId: string) {
  const last = await queries.findLastReading(ctx.db, { staffId: ctx.actor.id, personId })
  if (last !== undefined && Date.parse(last) > ctx.now().getTime() - READING_MS) return
  await ctx.write((tx) =>
    recordAudit(tx, ctx, {
      action: 'conversation.read',
      subject: { kind: 'conversation', id: personId },
      unitId: ROOT_UNIT_ID,
    }),
  )
}

async function describe(
  ctx: Ctx<Staff>,
  people: queries.Person[],
  handoffs: ReadonlyMap<string, HandoffRow>,
): Promise<Row[]> {
  const lines = await queries.listLastLines(
    ctx.db,
    people.map(({ id }) => id),
  )
  const officers = [...handoffs.values()].flatMap(({ claimedBy }) => claimedBy ?? [])
  const names = await queries.listStaffNames(ctx.db, officers)
  const now = ctx.now().toISOString()
  const timetable = await readTimetable(ctx.db, { unitId: ROOT_UNIT_ID, from: now })
  const waitedMinutes = (askedAt: string, until: string) =>
    Math.floor(workingMsBetween(timetable, askedAt, until) / MINUTE_MS)
  const toHandoff = async ({ personId, ticket, reason, state, askedAt, claimedAt, claimedBy }: HandoffRow) => ({
    ...{ ticket, reason, state, askedAt, claimedAt, isMine: claimedBy === ctx.actor.id },
    claimedByName: claimedBy === null ? null : (names.get(claimedBy) ?? null),
    waitedMinutes: waitedMinutes(askedAt, claimedAt ?? now),
    question: await findQuestion(ctx, personId),
  })
  return Promise.all(
    people.map(async (person) => {
      const [line, handoff] = [lines.get(person.id), handoffs.get(person.id)]
      return {
        ...person,
        number: personNumber(person.id),
        lastLine: line === undefined ? null : { at: line.at, speaker: line.speaker, text: openText(ctx, line) },
        unanswered: handoff === undefined ? 0 : await countUnanswered(ctx, handoff),
        handoff: handoff === undefined ? null : await toHandoff(handoff),
      }
    }),
  )
}

async function findQuestion(ctx: Ctx, personId: string) {
  const said = await queries.listSaid(ctx.db, { personId, until: ctx.now().toISOString(), limit: LAST_ASKED })
  const texts = said.map((line) => openText(ctx, line))
  return texts.find((text) => text !== '' && !asksForOfficer(foldedWords(text).join(' '))) ?? null
}

async function countUnanswered(ctx: Ctx, { personId, askedAt }: HandoffRow) {
  const spoken = await queries.findLastStaffWord(ctx.db, personId)
  const since = spoken !== undefined && spoken > askedAt ? spoken : askedAt
  return queries.countSaid(ctx.db, { personId, speaker: 'person', since })
}

/** What they asked before they asked for somebody, and how much the bot has already told them. */
async function summarise(ctx: Ctx, handoff: HandoffRow) {
  const { personId, askedAt } = handoff
  const said = await queries.listSaid(ctx.db, { personId, until: askedAt, limit: LAST_ASKED })
  return {
    lastAsked: said.toReversed().map((line) => openText(ctx, line)),
    botReplies: await queries.countSaid(ctx.db, { personId, speaker: 'bot', until: askedAt }),
    earlierHandoffs: await queries.countOthers(ctx.db, handoff),
  }
}

async function describeLines(ctx: Ctx, lines: queries.MessageRow[]) {
  const names = await queries.listStaffNames(
    ctx.db,
    lines.flatMap(({ staffId }) => staffId ?? []),
  )
  return lines.map((line) => ({
    ...{ id: line.id, at: line.at, speaker: line.speaker, attachments: line.attachments },
    staffName: line.staffId === null ? null : (names.get(line.staffId) ?? null),
    text: openText(ctx, line),
    sending: line.sendingState === null ? null : { state: line.sendingState, problem: line.sendingProblem },
  }))
}

function openText({ sealing }: Pick<Ctx, 'sealing'>, { id, textSealed }: { id: string; textSealed: string }) {
  return sealing.open({ table: 'chat_messages', column: 'text_sealed', rowId: id }, textSealed)
}
