/** A paper's answers as this phone has them. `seq` grows with every change; `savedSeq` is what the service has. */
export type SheetState = {
  seq: number
  savedSeq: number
  sheet: number[][]
  prediction: number | null
}

/** Two that open at once hardly jump equally far. */
const LONGEST_JUMP = 200

type Saved = { seq: number; sheet: readonly (readonly number[])[]; prediction: number | null }

export function sheetFrom(saved: Saved, questions: number): SheetState {
  const sheet = Array.from({ length: questions }, (_, at) => [...(saved.sheet[at] ?? [])])
  return { seq: saved.seq, savedSeq: saved.seq, sheet, prediction: saved.prediction }
}

export function answerAt(state: SheetState, at: number, chosen: readonly number[]): SheetState {
  const sheet = state.sheet.map((choices, place) => (place === at ? [...chosen] : choices))
  return { ...state, seq: state.seq + 1, sheet }
}

export function predict(state: SheetState, prediction: number | null): SheetState {
  return { ...state, seq: state.seq + 1, prediction }
}

/** Of what the phone kept and what the service has, the later one stands. */
export function laterOf(kept: SheetState | undefined, fromService: SheetState): SheetState {
  if (kept === undefined || kept.sheet.length !== fromService.sheet.length) return fromService
  if (fromService.seq > kept.seq) return fromService
  return { ...kept, savedSeq: fromService.seq }
}

/** Of two phones or tabs with one paper, the one opened last goes on: it jumps ahead, and the other hears of it. */
export function takeOver(state: SheetState, random: () => number): SheetState {
  return state.seq === 0 ? state : { ...state, seq: state.seq + 1 + Math.floor(random() * LONGEST_JUMP) }
}

/** What a saving's answer tells: all is there, or another phone or tab has saved later than this one. */
export function afterSaving(state: SheetState, sentSeq: number, seq: number): SheetState | 'elsewhere' {
  return seq > sentSeq ? 'elsewhere' : { ...state, savedSeq: Math.max(state.savedSeq, seq) }
}

export function isSaved({ seq, savedSeq }: SheetState): boolean {
  return savedSeq >= seq
}

export function answeredCount({ sheet }: SheetState): number {
  return sheet.filter((choices) => choices.length > 0).length
}
