import type { Intent, Say, Turn } from '../chat/intent.ts'
import { foldedWords } from '../search/vietnamese-text.ts'
import { askForOfficer, cancelAsking, rateOfficer } from './asking.usecases.ts'
import { askedSay, CANCELLED, NOTHING_TO_CANCEL, NOTHING_TO_RATE, THANKS_FOR_RATING } from './handoff.words.ts'
import { asksForOfficer, cancelsAsking, ratingIn } from './officer-words.rules.ts'

/** Speaking with a person: a place in the queue, leaving it, and a mark afterwards. Each is said and done at once. */
export const officerIntent: Intent = {
  name: 'officer',
  doing: 'gặp cán bộ',
  lastsMs: 60 * 60_000,
  begins: ({ folded }) => asksForOfficer(folded) || cancelsAsking(folded) || ratingIn(folded) !== undefined,
  async start(ctx, heard) {
    const folded = foldedWords(heard.text).join(' ')
    const rating = ratingIn(folded)
    if (rating !== undefined) {
      const { wasRated } = await rateOfficer(ctx, rating)
      return say({ text: wasRated ? THANKS_FOR_RATING : NOTHING_TO_RATE })
    }
    if (cancelsAsking(folded)) {
      const { wasWaiting } = await cancelAsking(ctx)
      return say({ text: wasWaiting ? CANCELLED : NOTHING_TO_CANCEL })
    }
    return say(askedSay(await askForOfficer(ctx)))
  },
  resume: async () => undefined,
  ask: async () => [],
}

function say(one: Say): Turn<{ step: string }> {
  return { say: [one], next: 'done' }
}
