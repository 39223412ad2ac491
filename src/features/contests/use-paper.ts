import { useCallback, useEffect, useState } from 'react'
import { codeOf } from '../../api/problem-text.ts'
import type { components } from '../../api/schema.gen.ts'
import { useCitizen } from '../../api/use-citizen.ts'
import { type Platform, usePlatform } from '../../zalo/platform.ts'
import { offsetOf } from './clock.rules.ts'
import { dropPaper, type KeptPaper, keepPaper, type Paper, readKeptPaper } from './kept-paper.ts'
import { sendSheet } from './send-sheet.ts'
import { laterOf, sheetFrom, takeOver } from './sheet.rules.ts'
import { createSheetKeeper, type SheetKeeper } from './sheet-keeper.ts'

type Client = ReturnType<typeof useCitizen>['client']
type Submitted = components['schemas']['PaperSubmitted']

export type OpenPaper = { paper: Paper; offset: number; keeper: SheetKeeper }
export type Stage =
  | { stage: 'looking' }
  /** Nothing is begun on this phone; the service may know better. */
  | { stage: 'before'; problem?: unknown; isOpening: boolean }
  | { stage: 'open'; open: OpenPaper }
  | { stage: 'over'; submitted: Submitted | undefined; problem: unknown }

/** One round's paper on this phone: found again after the app was killed, opened, worked on, handed in. */
export function usePaper(slug: string, round: number) {
  const { client, anyone } = useCitizen()
  const { storage } = usePlatform()
  const [stage, setStage] = useState<Stage>({ stage: 'looking' })

  const show = useCallback(
    (kept: KeptPaper) => {
      const { paper, offset } = kept
      const keeper = createSheetKeeper(takeOver(kept.sheet, Math.random), {
        send: (sheet) => sendSheet(anyone, paper, sheet),
        keep: (sheet) => keepPaper(storage, { ...kept, sheet }),
        after(ms, then) {
          const timer = setTimeout(then, ms)
          return () => clearTimeout(timer)
        },
        random: Math.random,
      })
      setStage({ stage: 'open', open: { paper, offset, keeper } })
      void keeper.flush()
    },
    [anyone, storage],
  )

  useEffect(() => {
    let isGone = false
    void findAgain(client, storage, { slug, round }).then((found) => {
      if (isGone) return
      if (found.outcome === 'kept') return show(found.kept)
      if (found.outcome === 'over') return setStage({ stage: 'over', submitted: undefined, problem: found.problem })
      setStage({ stage: 'before', isOpening: false })
    })
    return () => {
      isGone = true
    }
  }, [client, storage, slug, round, show])

  return {
    stage,
    /** Begins, or goes on with what was begun on another phone. */
    async begin() {
      setStage({ stage: 'before', isOpening: true })
      const path = { slug, number: round }
      const { data, error } = await client.POST('/api/contests/{slug}/rounds/{number}/attempts', { params: { path } })
      if (data === undefined) return setStage({ stage: 'before', isOpening: false, problem: error })
      const kept = { slug, round, paper: data, offset: offsetOf(data.now, Date.now()), sheet: sheetOf(data) }
      await keepPaper(storage, kept)
      show(kept)
    },
    async finish(submitted: Submitted | undefined, problem?: unknown) {
      await dropPaper(storage)
      setStage({ stage: 'over', submitted, problem })
    },
  }
}

const sheetOf = (paper: Paper) => sheetFrom(paper.saved, paper.questions.length)

type Found = { outcome: 'none' } | { outcome: 'kept'; kept: KeptPaper } | { outcome: 'over'; problem: unknown }

/** Without a network what the phone has kept is enough; with one, the service has the last word. */
async function findAgain(
  client: Client,
  storage: Platform['storage'],
  { slug, round }: { slug: string; round: number },
): Promise<Found> {
  const kept = await readKeptPaper(storage)
  if (kept === undefined || kept.slug !== slug || kept.round !== round) return { outcome: 'none' }
  const params = { path: { id: kept.paper.attemptId } }
  const { data, error } = await client.GET('/api/attempts/{id}', { params })
  if (data) {
    const sheet = laterOf(kept.sheet, sheetOf(data))
    return { outcome: 'kept', kept: { ...kept, paper: data, offset: offsetOf(data.now, Date.now()), sheet } }
  }
  if (!OVER.has(codeOf(error) ?? '')) return { outcome: 'kept', kept }
  await dropPaper(storage)
  return { outcome: 'over', problem: error }
}

const OVER = new Set(['attempt.ended', 'attempt.too_late', 'attempt.not_found'])
