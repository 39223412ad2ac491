import { z } from 'zod'

const OptionShape = z.object({ label: z.string(), payload: z.string() })
/** What an intent keeps is its own; that it names its step is all we know. */
const Active = z.object({ intent: z.string(), state: z.looseObject({ step: z.string() }), since: z.iso.datetime() })

/** What a conversation is about, kept between two messages. */
const Dialogue = z.object({
  /** Grows when its shape changes: an older one is forgotten, and the person told. */
  version: z.literal(1),
  /** The intent under way and what it waits for. */
  active: Active.nullable(),
  /** Left for another one; offered again when that is over. */
  paused: Active.nullable(),
  /** The lines last offered, by number. A tap on an older one is known by its payload (`taps.rules.ts`). */
  offered: z.array(OptionShape),
  /** The page talked about, `procedure:2.002854`, so that "lệ phí bao nhiêu" needs no name. */
  about: z.string().nullable(),
  /** Misses in a row; at the second an officer is offered. */
  misses: z.number(),
  /** What was said last, for "nói lại". */
  lastSaid: z.array(z.string()),
  /** The question last answered, which a vote is about. */
  lastQuestionId: z.string().nullable(),
  /** Answers since they were last asked whether one helped. */
  answersUnasked: z.number(),
  /** Whether they were told that a machine answers, and what is kept. */
  wasGreeted: z.boolean(),
})
export type Dialogue = z.infer<typeof Dialogue>
export type ActiveIntent = z.infer<typeof Active>

export const NOTHING_SAID: Dialogue = {
  version: 1,
  active: null,
  paused: null,
  offered: [],
  about: null,
  misses: 0,
  lastSaid: [],
  lastQuestionId: null,
  answersUnasked: 0,
  wasGreeted: false,
}

/** What was kept, whatever it is: nothing yet is a beginning, and what cannot be read any more is forgotten. */
export function readDialogue(kept: unknown): { dialogue: Dialogue; isForgotten: boolean } {
  if (kept === null || kept === undefined) return { dialogue: NOTHING_SAID, isForgotten: false }
  const read = Dialogue.safeParse(kept)
  if (read.success) return { dialogue: read.data, isForgotten: false }
  return { dialogue: { ...NOTHING_SAID, wasGreeted: true }, isForgotten: true }
}
