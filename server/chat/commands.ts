import { findTalker } from '../conversations/questions.queries.ts'
import { readCommand } from './commands.rules.ts'
import type { Intent } from './intent.ts'
import {
  activate,
  activeOf,
  begin,
  findIntent,
  goOn,
  land,
  type Reply,
  sayMenu,
  type Talk,
  whoBegins,
  withLeftOpen,
} from './talk.ts'
import { readFolded } from './understand.rules.ts'
import * as words from './words.ts'

/** Words that mean the same at every step; nothing when these are none of them. */
export async function obey(talk: Talk): Promise<Reply | undefined> {
  const { heard } = talk
  const officer = findIntent('officer')
  if (officer?.begins({ folded: readFolded(heard.text), heard })) return callOfficer(talk)
  if (readFolded(heard.text) === readFolded(words.DROP_IT)) return dropIt(talk)
  switch (readCommand(heard.text)) {
    case 'menu':
      return goOnAfter(talk, [sayMenu()])
    case 'help':
      return goOnAfter(talk, [{ text: words.HELP }])
    case 'officer':
      return callOfficer(talk)
    case 'cancel':
      return cancel(talk)
    case 'back':
      return stepBack(talk)
    case 'skip':
      return skip(talk)
    case 'repeat':
      return repeat(talk)
    case 'resume':
      return resume(talk)
    default:
      return undefined
  }
}

/** A list that was asked for stays to be chosen from; only then comes what is still open. */
function goOnAfter({ ctx, dialogue }: Talk, say: Reply['say']): Promise<Reply> | Reply {
  const under = activeOf(dialogue)
  if (!under) return { say, dialogue }
  const [first] = say
  if (first?.options === undefined) return goOn(ctx, dialogue, say)
  const paused = { ...dialogue, paused: dialogue.active, active: null }
  return withLeftOpen({ say, dialogue: paused })
}

/** What was under way waits while a person is called. */
export async function callOfficer({ ctx, dialogue, heard }: Talk): Promise<Reply> {
  const officer = findIntent('officer')
  if (!officer) return { say: [{ text: words.NO_OFFICER }], dialogue }
  const begins = officer.begins({ folded: readFolded(heard.text), heard })
  const asked = begins ? heard : { ...heard, text: words.SEE_OFFICER }
  const { say } = await officer.start(ctx, asked)
  return { say, dialogue: { ...dialogue, misses: 0, paused: dialogue.active ?? dialogue.paused, active: null } }
}

async function cancel(talk: Talk): Promise<Reply> {
  const { dialogue } = talk
  const under = activeOf(dialogue)
  if (under) {
    const say = [sayMenu(`${words.cancelled(under.intent.doing)} ${words.MENU_HEAD}`)]
    return withLeftOpen({ say, dialogue: { ...dialogue, active: null } })
  }
  // Who waits for an officer and has nothing else under way means that.
  const isWaiting = (await findTalker(talk.ctx.db, talk.ctx.actor.sessionId))?.mode === 'queued'
  const heard = { ...talk.heard, text: 'huỷ gặp cán bộ' }
  const intent = isWaiting ? whoBegins(heard) : undefined
  if (intent) return begin(talk, intent, heard)
  return { say: [sayMenu(`${words.NOTHING_TO_CANCEL} ${words.MENU_HEAD}`)], dialogue }
}

async function stepBack(talk: Talk): Promise<Reply> {
  const { ctx, dialogue } = talk
  const under = activeOf(dialogue)
  if (!under) return { say: [sayMenu()], dialogue }
  const before = under.intent.back?.(under.state)
  if (before === undefined) return askAgain(talk, under.intent, under.state, words.FIRST_STEP)
  const say = await under.intent.ask(ctx, before)
  return { say, dialogue: { ...dialogue, active: activate(ctx, under.intent, before) } }
}

async function skip(talk: Talk): Promise<Reply | undefined> {
  const { ctx, dialogue, heard } = talk
  const under = activeOf(dialogue)
  if (!under) return { say: [sayMenu()], dialogue }
  const turn = await under.intent.skip?.(ctx, under.state, heard)
  if (turn === undefined) return askAgain(talk, under.intent, under.state, words.NOTHING_TO_SKIP)
  if (turn.next !== 'done')
    return { say: turn.say, dialogue: { ...dialogue, active: activate(ctx, under.intent, turn.next) } }
  return withLeftOpen({ say: turn.say, dialogue: { ...dialogue, active: null } })
}

async function askAgain({ ctx, dialogue }: Talk, intent: Intent, state: { step: string }, why: string): Promise<Reply> {
  const [first, ...rest] = await intent.ask(ctx, state)
  const say = first ? [{ ...first, text: `${why}\n\n${first.text}` }, ...rest] : [{ text: why }]
  return { say, dialogue }
}

async function repeat({ ctx, dialogue }: Talk): Promise<Reply> {
  const under = activeOf(dialogue)
  if (under) return { say: await under.intent.ask(ctx, under.state), dialogue }
  const said = dialogue.lastSaid.map((text) => ({ text }))
  const last = said.at(-1)
  if (!last) return { say: [sayMenu()], dialogue }
  return { say: [...said.slice(0, -1), { ...last, options: dialogue.offered }], dialogue }
}

/** Goes on with what was left; what is under way is merely asked again, unless "tiếp" is an answer there. */
async function resume(talk: Talk): Promise<Reply> {
  const { ctx, dialogue, heard } = talk
  const under = activeOf(dialogue)
  if (under) {
    const turn = await under.intent.resume(ctx, under.state, heard)
    return turn ? land(talk, under.intent, turn) : { say: await under.intent.ask(ctx, under.state), dialogue }
  }
  const left = dialogue.paused
  const intent = left === null ? undefined : findIntent(left.intent)
  if (!left || !intent) return { say: [sayMenu(words.NOTHING_TO_RESUME)], dialogue }
  const say = await intent.ask(ctx, left.state)
  return { say, dialogue: { ...dialogue, paused: null, active: activate(ctx, intent, left.state) } }
}

function dropIt({ dialogue }: Talk): Reply {
  const left = dialogue.paused ?? dialogue.active
  const intent = left === null ? undefined : findIntent(left.intent)
  const head = intent ? words.cancelled(intent.doing) : words.NOTHING_TO_CANCEL
  return { say: [sayMenu(`${head} ${words.MENU_HEAD}`)], dialogue: { ...dialogue, paused: null, active: null } }
}
