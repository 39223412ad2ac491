import type { Citizen, Ctx } from '../ctx.ts'
import { storageProblem } from '../db/storage-problem.ts'
import { AppError } from '../errors.ts'
import { appLink } from './app-link.ts'
import { obey } from './commands.ts'
import { converse } from './converse.ts'
import { type Dialogue, readDialogue } from './dialogue.ts'
import type { Heard, Say } from './intent.ts'
import { readStop, sayHelp, sayLegalChannel } from './stops.ts'
import { activeOf, begin, goOn, land, type Reply, sayMenu, type Talk, whoBegins, withLeftOpen } from './talk.ts'
import { chooseOption, isTap } from './taps.rules.ts'
import { readNumber, readYesNo } from './understand.rules.ts'
import * as words from './words.ts'
import { writeOut } from './write-out.ts'

/**
 * What is said to whoever has just said this, and what the conversation is about then. `dialogue` is what was kept,
 * whatever it is; `problem` names a failure that was answered with an apology.
 */
export async function respond(
  ctx: Ctx<Citizen>,
  { dialogue: kept, heard }: { dialogue: unknown; heard: Heard },
): Promise<Reply & { problem?: string }> {
  const { dialogue, isForgotten } = readDialogue(kept)
  const isFirst = !dialogue.wasGreeted
  const first = isForgotten ? [{ text: words.FORGOTTEN }] : isFirst ? [sayGreeting(ctx)] : []
  const known = { ...dialogue, wasGreeted: true }
  try {
    const reply = await answer(listen(ctx, known, heard, isFirst))
    return settle({ ...reply, say: [...first, ...reply.say] })
  } catch (error) {
    const said = settle({ say: [...first, { text: words.INTERNAL_ERROR }], dialogue: known })
    return { ...said, problem: nameOf(error) }
  }
}

/** A code or a kind of mistake; never its message, which may hold what somebody wrote. */
function nameOf(error: unknown): string {
  const known = storageProblem(error)
  if (known instanceof AppError) return known.code
  return known instanceof Error ? known.constructor.name : typeof known
}

function sayGreeting({ app }: Ctx<Citizen>): Say {
  return { text: words.GREETING, links: [{ title: 'Chính sách quyền riêng tư', url: appLink(app, '/chinh-sach') }] }
}

/** A number, a label or a tap becomes the line that it means. */
function listen(ctx: Ctx<Citizen>, dialogue: Dialogue, heard: Heard, isFirst: boolean): Talk {
  const chosen = chooseOption(dialogue.offered, heard.text, { mayBePart: dialogue.active === null })
  const meant = chosen === undefined ? heard : { ...heard, text: chosen.payload }
  return { ctx, dialogue, heard: meant, isChosen: chosen !== undefined, isFirst }
}

async function answer(talk: Talk): Promise<Reply> {
  const { dialogue, heard } = talk
  if (heard.files.length > 0 || heard.location !== null) return takeThings(talk)
  if (heard.text.trim() === '') return takeNothing(talk)
  const stopped = await heedStops(talk)
  if (stopped !== undefined) return stopped
  return (await obey(talk)) ?? (isExpired(talk) ? answerAfterLong(talk) : answerNow(talk, dialogue))
}

async function answerNow(talk: Talk, dialogue: Dialogue): Promise<Reply> {
  const { ctx, heard, isChosen } = talk
  const under = activeOf(dialogue)
  // A line of a list that leads elsewhere leads there, whatever is asked at the moment.
  const leads = isChosen && !isTap(heard.text) ? whoBegins(heard) : undefined
  if (leads && leads !== under?.intent) return begin(talk, leads, heard)
  const turn = under && (await under.intent.resume(ctx, under.state, heard))
  if (under && turn) return land(talk, under.intent, turn)
  const intent = whoBegins(heard)
  return intent ? begin(talk, intent, heard) : converse(talk)
}

/** Complaints and danger come before everything; a conversation that heeds them itself is left to do so. */
async function heedStops(talk: Talk): Promise<Reply | undefined> {
  const { ctx, dialogue, heard, isChosen } = talk
  const under = activeOf(dialogue)
  const stop = isChosen || under?.intent.heedsStops ? undefined : readStop(heard.text)
  if (stop === undefined) return undefined
  if (stop.kind === 'legal') {
    const say = [await sayLegalChannel(ctx)]
    return under ? goOn(ctx, dialogue, say) : { say, dialogue }
  }
  const first = sayHelp(stop.help)
  if (stop.help === 'self_harm') return { say: [first], dialogue }
  const reply = isExpired(talk) ? await answerAfterLong(talk) : await answerNow(talk, dialogue)
  // What came of it is worth saying only where it was understood.
  const isMissed = reply.dialogue.misses > dialogue.misses
  return isMissed ? { say: [first], dialogue } : { ...reply, say: [first, ...reply.say] }
}

function isExpired({ ctx, dialogue: { active } }: Talk): boolean {
  const intent = activeOf({ active } as Dialogue)?.intent
  return active !== null && intent !== undefined && ctx.now().getTime() - Date.parse(active.since) > intent.lastsMs
}

/** After long, an answer to an old question is not taken for one; anything else is heard, and the old is offered again. */
async function answerAfterLong(talk: Talk): Promise<Reply> {
  const { heard, isChosen, dialogue } = talk
  const doing = activeOf(dialogue)?.intent.doing ?? ''
  const later = { ...dialogue, active: null, paused: dialogue.active }
  const isAnswer = isTap(heard.text) || readYesNo(heard.text) !== undefined || readNumber(heard.text) !== undefined
  if (isAnswer || (isChosen && whoBegins(heard) === undefined)) {
    const options = [words.GO_ON, words.DROP_IT].map((label) => ({ label, payload: label }))
    return { say: [{ text: words.expired(doing), options }], dialogue: later }
  }
  return withLeftOpen(await answerNow({ ...talk, dialogue: later }, later))
}

/** Photos, files and places: for whoever asked for them, or who begins with them. */
async function takeThings(talk: Talk): Promise<Reply> {
  const { ctx, dialogue, heard } = talk
  const under = activeOf(dialogue)
  const turn = under && (await under.intent.resume(ctx, under.state, heard))
  if (under && turn) return land(talk, under.intent, turn)
  const intent = whoBegins(heard)
  if (intent) return begin(talk, intent, heard)
  if (heard.text.trim() !== '') return answer({ ...talk, heard: { ...heard, files: [], location: null } })
  const say = [{ text: heard.location === null ? words.UNUSABLE_FILE : words.UNUSABLE_PLACE }]
  return under ? goOn(ctx, dialogue, say) : { say, dialogue }
}

/** A sticker, or somebody who has only just come. */
function takeNothing({ ctx, dialogue, isFirst }: Talk): Promise<Reply> | Reply {
  if (isFirst) return { say: [sayMenu()], dialogue }
  const say = [{ text: words.UNREADABLE }]
  return activeOf(dialogue) ? goOn(ctx, dialogue, say) : { say, dialogue }
}

/** Keeps what was said and offered, for "nói lại" and for the number that may come next. */
function settle({ say, dialogue }: Reply): Reply {
  const offering = say.findLast(({ options = [] }) => options.length > 0)
  // Where words are waited for, a number is no line of an older list.
  const offered = offering?.options ?? (dialogue.active === null ? dialogue.offered : [])
  const lastSaid = say.map(({ text, links }) => writeOut({ text, links }))
  return { say, dialogue: { ...dialogue, offered, lastSaid } }
}
