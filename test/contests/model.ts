import fc from 'fast-check'
import type { Harness, Told } from './model-harness.ts'

/**
 * What one person's paper must be, whatever phones, networks and clocks do. The model knows the rules alone: of two
 * sheets the higher number stays, time and grace are the server's, what ended is over, and nobody has two papers.
 */
export const LIMIT_MS = 60_000
export const GRACE_MS = 5_000
export const QUESTIONS = 3
const PHONES = 2

type Paper = {
  startedMs: number
  deadlineMs: number
  seq: number
  sheet: string
  state: 'in_progress' | 'submitted' | 'auto_submitted' | 'expired_empty'
  submittedMs: number | null
}
type Sent = { seq: number; sheet: number[][] }
export type Model = {
  nowMs: number
  closesMs: number
  isSure: boolean
  papers: (Paper | undefined)[]
  /** What each phone of each person sent last, for sending it again. */
  sent: Sent[][]
}
type Command = fc.AsyncCommand<Model, Harness>

export const newModel = (nowMs: number, closesMs: number): Model => ({
  ...{ nowMs, closesMs, isSure: true, papers: [undefined, undefined] },
  sent: [0, 1].map(() => Array.from({ length: PHONES }, () => ({ seq: 0, sheet: [] }))),
})

const isOver = ({ deadlineMs }: Paper, { nowMs }: Model) => deadlineMs + GRACE_MS < nowMs
const write = (sheet: number[][]) => sheet.map((choices) => choices.join('')).join(',')

/** Carries out what the rules say, and tells what the answer must be. */
function expectBegin(model: Model, who: number): Told {
  const paper = model.papers[who]
  if (paper === undefined) {
    if (model.nowMs >= model.closesMs) return { outcome: 'round.not_open' }
    const deadlineMs = Math.min(model.nowMs + LIMIT_MS, model.closesMs)
    model.papers[who] = {
      ...{ startedMs: model.nowMs, deadlineMs, seq: 0, sheet: '', state: 'in_progress', submittedMs: null },
    }
    return { outcome: 'paper', seq: 0, sheet: '', deadlineMs }
  }
  if (paper.state === 'in_progress' && isOver(paper, model)) close(paper)
  if (paper.state !== 'in_progress') return { outcome: 'attempt.none_left' }
  return { outcome: 'paper', seq: paper.seq, sheet: paper.sheet, deadlineMs: paper.deadlineMs }
}

function expectSave(model: Model, who: number, { seq, sheet }: Sent): Told {
  const paper = model.papers[who]
  if (paper === undefined) return { outcome: 'nothing' }
  if (paper.state !== 'in_progress') return { outcome: 'attempt.ended' }
  if (isOver(paper, model)) return { outcome: 'attempt.too_late' }
  if (seq > paper.seq) Object.assign(paper, { seq, sheet: write(sheet) })
  const isAnothers = seq === paper.seq && write(sheet) !== paper.sheet
  return { outcome: 'saved', seq: isAnothers ? seq + 1 : paper.seq }
}

function expectSubmit(model: Model, who: number): Told {
  const paper = model.papers[who]
  if (paper === undefined) return { outcome: 'nothing' }
  if (paper.state === 'in_progress') {
    if (isOver(paper, model)) return { outcome: 'attempt.too_late' }
    Object.assign(paper, { state: 'submitted', submittedMs: model.nowMs })
  }
  return { outcome: 'submitted', state: paper.state, submittedMs: paper.submittedMs }
}

function close(paper: Paper) {
  const state = /\d/.test(paper.sheet) ? 'auto_submitted' : 'expired_empty'
  Object.assign(paper, { state, submittedMs: paper.deadlineMs })
}

type Ask =
  | { is: 'begin' }
  | { is: 'save'; phone: number; step: number; sheet: number[][] }
  | { is: 'again'; phone: number }
  | { is: 'submit' }

function expectOne(model: Model, who: number, ask: Ask): { told: Told; sent?: Sent } {
  if (ask.is === 'begin') return { told: expectBegin(model, who) }
  if (ask.is === 'submit') return { told: expectSubmit(model, who) }
  const phones = model.sent[who] ?? []
  const sent =
    ask.is === 'again'
      ? phones[ask.phone]
      : { seq: Math.max(1, (model.papers[who]?.seq ?? 0) + ask.step), sheet: ask.sheet }
  if (sent === undefined || sent.seq === 0) return { told: { outcome: 'nothing' } }
  phones[ask.phone] = sent
  return { told: expectSave(model, who, sent), sent }
}

/** One or more things at the same moment, so that they share a commit; some of the answers never arrive. */
class AskTogether implements Command {
  constructor(
    readonly who: number,
    readonly asks: Ask[],
    readonly isLost: boolean,
  ) {}
  check = () => true
  async run(model: Model, real: Harness) {
    const expected = this.asks.map((ask) => expectOne(model, this.who, ask))
    const asked: Promise<Told>[] = []
    for (const [at, { sent }] of expected.entries()) {
      asked.push(real.ask(this.who, this.asks[at]?.is ?? 'begin', sent))
      await untilQueued()
    }
    const told = await Promise.all(asked)
    const wanted = expected.map((each) => each.told)
    if (!this.isLost && JSON.stringify(told) !== JSON.stringify(wanted))
      throw new Error(`told ${JSON.stringify(told)} and not ${JSON.stringify(wanted)}`)
    await real.compare(model)
  }
  toString = () => `${this.who}: ${JSON.stringify(this.asks)}${this.isLost ? ' (answers lost)' : ''}`
}

/** Each is asked after the one before it has reached the queue, whose commit begins in a later turn of the loop. */
async function untilQueued() {
  for (let tick = 0; tick < 80; tick += 1) await undefined
}

/** To the edges of what the rules name, where mistakes are, or a little on. */
class Pass implements Command {
  constructor(
    readonly to: 'little' | 'deadline' | 'grace' | 'late' | 'closing',
    readonly ms: number,
  ) {}
  check = () => true
  async run(model: Model, real: Harness) {
    const deadline = Math.max(...model.papers.map((paper) => paper?.deadlineMs ?? 0), model.nowMs)
    const aims = {
      little: model.nowMs + this.ms,
      deadline,
      grace: deadline + GRACE_MS,
      late: deadline + GRACE_MS + 1,
      closing: model.closesMs,
    }
    model.nowMs = Math.max(model.nowMs, aims[this.to])
    await real.setTime(model.nowMs)
  }
  toString = () => `pass(${this.to} ${this.ms})`
}

class Sweep implements Command {
  check = () => true
  async run(model: Model, real: Harness) {
    if (model.isSure)
      for (const paper of model.papers) if (paper?.state === 'in_progress' && isOver(paper, model)) close(paper)
    await real.sweep()
    await real.compare(model)
  }
  toString = () => 'sweep'
}

class SetClock implements Command {
  constructor(readonly hours: number) {}
  check = () => true
  async run(model: Model, real: Harness) {
    model.isSure = this.hours === 0
    real.setAhead(this.hours * 3_600_000)
  }
  toString = () => `the clock is set ${this.hours} h ahead`
}

/** What was not answered is gone, and what is in memory with it. */
class Restart implements Command {
  check = () => true
  async run(model: Model, real: Harness) {
    real.restart()
    await real.compare(model)
  }
  toString = () => 'restart'
}

/** The first person's paper, which most of what can go wrong needs. */
export const begin = (): Command => new AskTogether(0, [{ is: 'begin' }], false)

const who = fc.constantFrom(0, 0, 1)
const phone = fc.integer({ min: 0, max: PHONES - 1 })
const sheet = fc.array(fc.constantFrom<number[]>([], [0], [1], [2]), { minLength: QUESTIONS, maxLength: QUESTIONS })
const step = fc.constantFrom(-1, 0, 1, 1, 1, 2)
const save = fc.record({ is: fc.constant('save' as const), phone, step, sheet })
const again = fc.record({ is: fc.constant('again' as const), phone })
const submit = fc.constant({ is: 'submit' as const })
const start = fc.constant({ is: 'begin' as const })
const lost = fc.constantFrom(false, false, false, true)
const together = (...asks: fc.Arbitrary<Ask>[]) =>
  fc.tuple(who, fc.tuple(...asks), lost).map(([person, list, isLost]) => new AskTogether(person, list, isLost))

export const commands: fc.Arbitrary<Command>[] = [
  together(start),
  together(start, start, start),
  together(save),
  together(save),
  together(save, save),
  together(again),
  together(save, submit),
  together(submit, again),
  together(submit, submit),
  together(submit),
  fc
    .record({
      to: fc.constantFrom(
        'little' as const,
        'deadline' as const,
        'grace' as const,
        'late' as const,
        'closing' as const,
      ),
      ms: fc.integer({ min: 1, max: 40_000 }),
    })
    .map(({ to, ms }) => new Pass(to, ms)),
  fc.constant(new Sweep()),
  fc.constantFrom(new SetClock(2), new SetClock(-24), new SetClock(0), new SetClock(0)),
  fc.constant(new Restart()),
]
