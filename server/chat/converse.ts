import { voteOn } from '../conversations/questions.queries.ts'
import { readPartAsked } from '../procedures/follow-up.rules.ts'
import { askPublished, findBand } from './ask.usecases.ts'
import { payloadOf } from './bands.rules.ts'
import { readSmallTalk, readVote } from './commands.rules.ts'
import { callOfficer } from './commands.ts'
import type { Dialogue } from './dialogue.ts'
import type { Say } from './intent.ts'
import { activeOf, begin, goOn, type Reply, sayMenu, type Talk, whoBegins } from './talk.ts'
import { answerTo, isTap } from './taps.rules.ts'
import { readFolded, readYesNo } from './understand.rules.ts'
import * as words from './words.ts'

const LIST = 'Danh sách'
const NONE = answerTo(LIST, words.NONE_OF_THESE)
/** Of so many answers in a row, one is asked about. */
const ASKED_OF = 4
const MISSES_UNTIL_OFFICER = 2
const LONGEST_ASIDE = 3

/** What no conversation has claimed: courtesy, a vote, or a question for what is published. */
export async function converse(talk: Talk): Promise<Reply> {
  const { ctx, dialogue, heard, isFirst } = talk
  const { text } = heard
  if (text === NONE.payload) return miss(talk, words.REPHRASE)
  if (isTap(text)) return between(talk, { text: words.PASSED_LINE })
  const vote = readVote(text) ?? voteAsked(dialogue, text)
  if (vote !== undefined && dialogue.lastQuestionId !== null) {
    const id = dialogue.lastQuestionId
    await ctx.write((tx) => voteOn(tx, id, vote))
    return between(talk, { text: words.VOTED[vote] })
  }
  const isYes = readYesNo(text)
  if (isYes === 'yes' && dialogue.misses >= MISSES_UNTIL_OFFICER) return callOfficer(talk)
  if (isYes !== undefined) return isFirst ? menu(talk) : between(talk, sayMenu(words.NOTHING_ASKED))
  const smallTalk = readSmallTalk(text)
  if (smallTalk === 'greeting' || smallTalk === 'about_bot')
    return isFirst ? menu(talk) : between(talk, sayMenu(`${words.SMALL_TALK[smallTalk]}\n${words.MENU_HEAD}`))
  if (smallTalk !== undefined) return between(talk, { text: words.SMALL_TALK[smallTalk] })
  return (await followUp(talk)) ?? lookUp(talk)
}

const menu = ({ dialogue }: Talk): Reply => ({ say: [sayMenu()], dialogue })

/** Right after they were asked whether an answer helped, a mere yes or no is about that. */
function voteAsked({ lastSaid }: Dialogue, text: string) {
  if (!lastSaid.at(-1)?.includes(words.WAS_USEFUL)) return undefined
  const answer = readYesNo(text)
  return answer && (answer === 'yes' ? 'useful' : 'useless')
}

function between({ ctx, dialogue }: Talk, say: Say): Promise<Reply> | Reply {
  return activeOf(dialogue) ? goOn(ctx, dialogue, [say]) : { say: [say], dialogue }
}

/** "Lệ phí bao nhiêu", with no name, is asked of what was talked about last. */
async function followUp(talk: Talk): Promise<Reply | undefined> {
  const { dialogue, heard } = talk
  if (dialogue.about === null) return undefined
  const part = readPartAsked(readFolded(heard.text))
  if (part === undefined) return undefined
  const meant = { ...heard, text: `${part} ${dialogue.about.replace('procedure:', '')}` }
  const intent = whoBegins(meant)
  return intent && begin(talk, intent, meant)
}

async function lookUp(talk: Talk): Promise<Reply> {
  const { heard, dialogue } = talk
  if (await isAside(talk)) return miss(talk, words.NO_ANSWER_HERE)
  const found = await askPublished(talk.ctx, heard)
  const known = { ...talk, dialogue: { ...dialogue, lastQuestionId: found.questionId } }
  if (found.band === 'fallback')
    return found.topic === null
      ? miss(known, words.FIRST_MISS)
      : between(known, { text: words.OUT_OF_SCOPE[found.topic], options: topicOptions(found.topic) })
  if (found.band === 'menu') {
    const head = typeof found.why === 'object' ? words.ambiguous(found.why.word) : MENU_HEADS[found.why]
    const under = activeOf(dialogue)
    const text = under ? `${head}\n(${words.leftOpen(under.intent.doing)})` : head
    return { say: [{ text, options: [...found.options, NONE] }], dialogue: known.dialogue }
  }
  const meant = { ...heard, text: payloadOf(found.hit) }
  const intent = whoBegins(meant)
  if (!intent) return miss(known, words.FIRST_MISS)
  const reply = await begin(known, intent, meant)
  const others = found.others.map((hit) => ({ label: `Hay là: ${hit.title}`, payload: payloadOf(hit) }))
  return activeOf(reply.dialogue) ? reply : askIfUseful(withOthers(reply, others))
}

/** Some words while something else is asked, that name nothing published: more likely a wrong answer than a question. */
async function isAside({ ctx, dialogue, heard }: Talk): Promise<boolean> {
  if (!activeOf(dialogue) || readFolded(heard.text).split(' ').length > LONGEST_ASIDE) return false
  return (await findBand(ctx.search, heard.text)).band !== 'answer'
}

const MENU_HEADS = { unsure: words.DID_YOU_MEAN, another_province: words.OTHER_PROVINCE }

function topicOptions(topic: keyof typeof words.OUT_OF_SCOPE) {
  const menuLine = { label: words.SEE_MENU, payload: words.SEE_MENU }
  return topic === 'insult' ? [{ label: words.SEE_OFFICER, payload: words.SEE_OFFICER }, menuLine] : [menuLine]
}

function withOthers({ say, dialogue }: Reply, others: NonNullable<Say['options']>): Reply {
  const last = say.at(-1)
  if (!last || others.length === 0) return { say, dialogue }
  const offered = last.options ?? []
  const added = others.filter((other) => !offered.some(({ payload }) => payload === other.payload))
  return { say: [...say.slice(0, -1), { ...last, options: [...offered, ...added] }], dialogue }
}

function askIfUseful({ say, dialogue }: Reply): Reply {
  const { answersUnasked } = dialogue
  const counted = { ...dialogue, answersUnasked: (answersUnasked + 1) % ASKED_OF }
  const last = say.at(-1)
  if (!last || answersUnasked > 0) return { say, dialogue: counted }
  return { say: [...say.slice(0, -1), { ...last, text: `${last.text}\n\n${words.WAS_USEFUL}` }], dialogue: counted }
}

/** Not understood: once to be said otherwise, the second time in a row with a person who may be asked. */
function miss({ ctx, dialogue }: Talk, first: string): Promise<Reply> | Reply {
  const misses = dialogue.misses + 1
  const known = { ...dialogue, misses }
  const officer = { label: words.SEE_OFFICER, payload: words.SEE_OFFICER }
  const menuLine = { label: words.SEE_MENU, payload: words.SEE_MENU }
  const isAgain = misses >= MISSES_UNTIL_OFFICER
  const say = { text: isAgain ? words.SECOND_MISS : first, options: isAgain ? [officer, menuLine] : [menuLine] }
  return activeOf(dialogue) ? goOn(ctx, known, [say]) : { say: [say], dialogue: known }
}
