import type { Citizen, Ctx } from '../ctx.ts'
import { intents } from '../intents.ts'
import { readProcedurePayload } from '../procedures/chat-lines.rules.ts'
import type { ActiveIntent, Dialogue } from './dialogue.ts'
import type { Heard, Intent, Say, Turn } from './intent.ts'
import { readFolded } from './understand.rules.ts'
import * as words from './words.ts'

/** One message being answered. */
export type Talk = {
  ctx: Ctx<Citizen>
  dialogue: Dialogue
  heard: Heard
  /** The text means a line of the list that was offered. */
  isChosen: boolean
  isFirst: boolean
}
export type Reply = { say: Say[]; dialogue: Dialogue }

export const findIntent = (name: string): Intent | undefined => intents.find((intent) => intent.name === name)

/** The first that these words begin. */
export function whoBegins(heard: Heard): Intent | undefined {
  const folded = readFolded(heard.text)
  return intents.find((intent) => intent.begins({ folded, heard }))
}

export function activeOf({ active }: Dialogue): { intent: Intent; state: ActiveIntent['state'] } | undefined {
  const intent = active === null ? undefined : findIntent(active.intent)
  return intent && active ? { intent, state: active.state } : undefined
}

/** Begins an intent. What was under way goes on after a mere answer, and is left for later by another conversation. */
export async function begin({ ctx, dialogue }: Talk, intent: Intent, heard: Heard): Promise<Reply> {
  const turn = await intent.start(ctx, heard)
  const name = readProcedurePayload(heard.text)?.name
  const known = { ...dialogue, misses: 0, about: name === undefined ? dialogue.about : `procedure:${name}` }
  const under = activeOf(dialogue)
  if (turn.next === 'done') return under ? goOn(ctx, known, turn.say) : { say: turn.say, dialogue: known }
  const isOther = under !== undefined && under.intent !== intent
  const paused = isOther ? dialogue.active : dialogue.paused
  return { say: turn.say, dialogue: { ...known, paused, active: activate(ctx, intent, turn.next) } }
}

/** What a step of the conversation under way has come to. */
export function land({ ctx, dialogue }: Talk, intent: Intent, { say, next }: Turn<{ step: string }>): Reply {
  const known = { ...dialogue, misses: 0 }
  if (next !== 'done') return { say, dialogue: { ...known, active: activate(ctx, intent, next) } }
  return withLeftOpen({ say, dialogue: { ...known, active: null } })
}

export function activate({ now }: Ctx<Citizen>, { name }: Intent, state: { step: string }): ActiveIntent {
  return { intent: name, state: { ...state }, since: now().toISOString() }
}

/** After something else came between: its lists give way, since a number now means a line of what is asked again. */
export async function goOn(ctx: Ctx<Citizen>, dialogue: Dialogue, between: Say[]): Promise<Reply> {
  const under = activeOf(dialogue)
  if (!under) return { say: between, dialogue: { ...dialogue, active: null } }
  const [first, ...rest] = await under.intent.ask(ctx, under.state)
  const plain = between.map(({ options: _, ...say }) => say)
  const head = words.stillOpen(under.intent.doing)
  const asked = first ? [{ ...first, text: `${head}\n\n${first.text}` }, ...rest] : [{ text: head }]
  return { say: [...plain, ...asked], dialogue }
}

/** Reminds of what was left for the conversation that is now over. */
export function withLeftOpen({ say, dialogue }: Reply): Reply {
  const intent = dialogue.paused === null ? undefined : findIntent(dialogue.paused.intent)
  const last = say.at(-1)
  if (!intent || !last) return { say, dialogue: { ...dialogue, paused: intent ? dialogue.paused : null } }
  const reminded = { ...last, text: `${last.text}\n\n${words.leftOpen(intent.doing)}` }
  return { say: [...say.slice(0, -1), reminded], dialogue }
}

const MENU_LINES: [label: string, payload: string][] = [
  ['Tìm thủ tục, giấy tờ', 'Tìm thủ tục'],
  ['Tra cứu hồ sơ đã nộp', 'Tra cứu hồ sơ'],
  ['Gửi phản ánh, góp ý', 'Gửi phản ánh'],
  ['Xem phản ánh đã gửi', 'Phản ánh của tôi'],
  ['Làm trắc nghiệm', 'Làm trắc nghiệm'],
  ['Tháng này có gì', 'Tháng này'],
  [words.SEE_OFFICER, words.SEE_OFFICER],
]

/** What can be done here, as far as somebody does it. */
export function sayMenu(head = words.MENU_HEAD): Say {
  const options = MENU_LINES.map(([label, payload]) => ({ label, payload })).filter(
    ({ payload }) => whoBegins(typed(payload)) !== undefined,
  )
  return { text: head, options }
}

function typed(text: string): Heard {
  return { key: '', text, files: [], location: null }
}
