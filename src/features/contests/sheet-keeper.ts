import { afterSaving, answerAt, isSaved, predict, type SheetState } from './sheet.rules.ts'

/** What one sending came to; `seq` and `savedAt` as the service says them. */
export type Sending =
  | { outcome: 'saved'; seq: number; savedAt: string }
  | { outcome: 'unreached'; retryAfterS?: number }
  | { outcome: 'refused'; problem: unknown }

/** `waiting`: on this phone only, and sent by itself when the network is back. */
export type SavingState = 'saved' | 'saving' | 'waiting' | 'elsewhere' | 'refused'

export type KeeperView = { sheet: SheetState; saving: SavingState; savedAt: string | undefined; problem: unknown }

type Means = {
  send: (sheet: SheetState) => Promise<Sending>
  /** Writes to this phone; comes before anything is sent. */
  keep: (sheet: SheetState) => Promise<void>
  after: (ms: number, then: () => void) => () => void
  random: () => number
}

export type SheetKeeper = ReturnType<typeof createSheetKeeper>

const FIRST_WAIT_MS = 1_500
const LONGEST_WAIT_MS = 30_000

/** Every change is on the phone first, then sent whole, one sending at a time, until the service has the last one. */
export function createSheetKeeper(first: SheetState, { send, keep, after, random }: Means) {
  let view: KeeperView = {
    sheet: first,
    saving: isSaved(first) ? 'saved' : 'waiting',
    savedAt: undefined,
    problem: undefined,
  }
  let keeping = Promise.resolve()
  let running: Promise<void> | undefined
  let failures = 0
  let cancelWait = () => {}
  const listeners = new Set<() => void>()

  function show(part: Partial<KeeperView>) {
    view = { ...view, ...part }
    for (const listener of listeners) listener()
  }

  const isOver = () => view.saving === 'elsewhere' || view.saving === 'refused'

  function change(sheet: SheetState) {
    if (isOver()) return
    show({ sheet, saving: failures > 0 ? 'waiting' : 'saving' })
    keeping = keeping.then(() => keep(sheet))
    void flush()
  }

  /** Sends what is not there yet; a sending on its way is waited for. */
  function flush(): Promise<void> {
    cancelWait()
    running ??= sendAll().finally(() => {
      running = undefined
    })
    return running
  }

  async function sendAll() {
    while (!isSaved(view.sheet) && !isOver()) {
      const sheet = view.sheet
      if (failures === 0) show({ saving: 'saving' })
      await keeping
      const result = await send(sheet)
      if (result.outcome === 'unreached') return waitAndSend(result.retryAfterS)
      failures = 0
      if (result.outcome === 'refused') return show({ saving: 'refused', problem: result.problem })
      const next = afterSaving(view.sheet, sheet.seq, result.seq)
      if (next === 'elsewhere') return show({ saving: 'elsewhere' })
      show({ sheet: next, savedAt: result.savedAt, saving: isSaved(next) ? 'saved' : 'saving' })
      keeping = keeping.then(() => keep(view.sheet))
    }
  }

  function waitAndSend(retryAfterS = 0) {
    const wait = Math.min(FIRST_WAIT_MS * 2 ** failures, LONGEST_WAIT_MS) * (0.5 + random())
    failures += 1
    show({ saving: 'waiting' })
    cancelWait = after(Math.max(wait, retryAfterS * 1_000), () => void flush())
  }

  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    current: () => view,
    answer: (at: number, chosen: readonly number[]) => change(answerAt(view.sheet, at, chosen)),
    predict: (prediction: number | null) => change(predict(view.sheet, prediction)),
    flush,
    stop: () => cancelWait(),
  }
}
