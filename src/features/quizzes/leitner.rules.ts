/** What this phone knows of one question: which box it lies in, and when it is to be asked again. */
export type Known = {
  /** Of the version that was asked; a corrected question is a new one. */
  number: number
  /** 0: was wrong last. Each right answer on its day moves it one box up. */
  box: number
  dueOn: string
}
/** By question code. */
export type Records = Record<string, Known>
type Question = { code: string; number: number }

/** Days until a question of each box is asked again. */
const BOX_DAYS = [0, 1, 3, 7, 14, 30] as const
const LAST_BOX = BOX_DAYS.length - 1
/** From here on a question counts as known: it was right, and right again another day. */
const KNOWN_BOX = 2

/** A right answer before its day says little and moves nothing; a wrong one sends the question back to the first box. */
export function afterAnswer(
  known: Known | undefined,
  { number, isRight, today }: { number: number; isRight: boolean; today: string },
): Known {
  const before = known?.number === number ? known : undefined
  if (!isRight) return { number, box: 0, dueOn: today }
  if (before && before.dueOn > today) return before
  const box = Math.min((before?.box ?? 0) + 1, LAST_BOX)
  return { number, box, dueOn: addDays(today, BOX_DAYS[box] ?? 0) }
}

export type Standing = 'new' | 'wrong' | 'due' | 'resting'

export function standingOf(known: Known | undefined, question: Question, today: string): Standing {
  if (known?.number !== question.number) return 'new'
  if (known.box === 0) return 'wrong'
  return known.dueOn <= today ? 'due' : 'resting'
}

const FIRST: Record<Standing, number> = { wrong: 0, due: 1, new: 2, resting: 3 }

/** What was wrong first, then what is due, then what was never asked; within each, a different order every time. */
export function pickSession<Q extends Question>(
  questions: readonly Q[],
  records: Records,
  { today, count, random }: { today: string; count: number; random: () => number },
): Q[] {
  return questions
    .map((question) => ({ question, chance: random(), known: records[question.code] }))
    .map((each) => ({ ...each, standing: standingOf(each.known, each.question, today) }))
    .sort(
      (one, other) =>
        FIRST[one.standing] - FIRST[other.standing] || restingLonger(one, other) || one.chance - other.chance,
    )
    .slice(0, count)
    .map(({ question }) => question)
}

type Placed = { standing: Standing; known: Known | undefined }

/** Of those that rest, the one whose day comes first. */
function restingLonger(one: Placed, other: Placed) {
  if (one.standing !== 'resting' || other.standing !== 'resting') return 0
  return (one.known?.dueOn ?? '').localeCompare(other.known?.dueOn ?? '')
}

/** Records of questions that are gone or were corrected are forgotten. */
export function forgetChanged(records: Records, questions: readonly Question[]): Records {
  return Object.fromEntries(
    questions.flatMap(({ code, number }) => {
      const known = records[code]
      return known?.number === number ? [[code, known]] : []
    }),
  )
}

export type TopicStanding = { asked: number; known: number; again: number }

/** How far this phone has come in a topic; `again` are those to be repeated today. */
export function topicStanding(records: Records, today: string): TopicStanding {
  const all = Object.values(records)
  return {
    asked: all.length,
    known: all.filter(({ box }) => box >= KNOWN_BOX).length,
    again: all.filter(({ box, dueOn }) => box === 0 || dueOn <= today).length,
  }
}

/** The topic of which the least is known stands first; never begun is as weak as all wrong. */
export function weakFirst<T extends { id: string; questions: number }>(
  topics: readonly T[],
  recordsOf: (id: string) => Records,
): T[] {
  const strength = ({ id, questions }: T) =>
    questions === 0 ? 1 : Object.values(recordsOf(id)).reduce((sum, { box }) => sum + box, 0) / (questions * LAST_BOX)
  return [...topics].sort((one, other) => strength(one) - strength(other))
}

export function addDays(date: string, days: number): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + days)
  return day.toISOString().slice(0, 10)
}
