/** What an error of Zalo asks of us. */
export type OaErrorKind =
  /** Too many calls: everything waits a little. */
  | 'slow_down'
  /** May work a little later, a few times. */
  | 'retry'
  /** What was uploaded is gone: once more, with a new upload. */
  | 'reupload'
  /** The same again fails again. */
  | 'permanent'
  /** Only a person can mend it, in Zalo's console: everything waits and staff are told. */
  | 'human'
  /** What was paid for is used up; or this person may get no more today. */
  | 'quota'
  | 'quota_of_person'
  /** This person does not get it. */
  | 'no_send'
  /** Not ready yet: ask again. */
  | 'poll'
  /** Our token is no longer good. */
  | 'refresh'
  /** Not at night. */
  | 'schedule'

/** Every number of Zalo's list (phu-luc/ma-loi), in one place. */
const KINDS: Record<number, OaErrorKind> = {
  [-32]: 'slow_down',
  [-100]: 'reupload',
  [-200]: 'retry',
  [-201]: 'permanent',
  [-204]: 'human',
  [-205]: 'human',
  [-209]: 'human',
  [-210]: 'permanent',
  [-211]: 'quota',
  [-212]: 'human',
  [-213]: 'no_send',
  [-214]: 'poll',
  [-216]: 'refresh',
  [-217]: 'no_send',
  [-218]: 'quota_of_person',
  [-219]: 'human',
  [-220]: 'refresh',
  [-221]: 'human',
  [-223]: 'human',
  [-224]: 'human',
  [-227]: 'no_send',
  [-230]: 'no_send',
  [-232]: 'no_send',
  [-233]: 'permanent',
  [-234]: 'schedule',
  [-235]: 'human',
  [-237]: 'human',
  [-238]: 'human',
  [-240]: 'permanent',
  [-241]: 'human',
  [-242]: 'human',
  [-244]: 'no_send',
  [-248]: 'permanent',
  [-249]: 'permanent',
  [-320]: 'human',
  [-321]: 'human',
  [-403]: 'human',
  // HTTP 404, or 429: Zalo's door itself.
  404: 'human',
  429: 'slow_down',
}

/** Refused only because of its buttons or its list: the text alone goes. */
const OF_TEMPLATES = new Set([-201, -233])

/** The kinds of all numbers that are known, for whoever shows or checks the table. */
export const KNOWN_CODES = Object.keys(KINDS).map(Number)

/** A number nobody has told us of may be a bad moment: a few tries, then staff see it. */
export function kindOf(code: number, message: string): OaErrorKind {
  // One number for two things: the quota of articles, and an account that has not granted us anything.
  if (code === -223 && /quota/i.test(message)) return 'quota'
  if (code === -200 && /upload media/i.test(message)) return 'permanent'
  if (/being processed/i.test(message)) return 'poll'
  return KINDS[code] ?? 'retry'
}

export function isAboutTemplate(code: number) {
  return OF_TEMPLATES.has(code)
}
