import { codeOf } from '../../api/problem-text.ts'
import type { components } from '../../api/schema.gen.ts'
import type { useCitizen } from '../../api/use-citizen.ts'
import type { Paper } from './kept-paper.ts'
import type { SheetState } from './sheet.rules.ts'
import type { Sending } from './sheet-keeper.ts'

type Anyone = ReturnType<typeof useCitizen>['anyone']
type Submitted = components['schemas']['PaperSubmitted']

/** Answers that say nothing about the sheet itself: it is sent again. */
const LATER = new Set(['app.unsent', 'storage.busy', 'server.stopping', 'server.failed', 'contest.clock_jumped'])

const byPaper = ({ attemptId, token }: Paper) => ({
  params: { path: { id: attemptId } },
  headers: { authorization: `Attempt ${token}` },
})

export async function sendSheet(
  anyone: Anyone,
  paper: Paper,
  { seq, sheet, prediction }: SheetState,
): Promise<Sending> {
  const { data, error } = await anyone.PUT('/api/attempts/{id}/sheet', {
    ...byPaper(paper),
    body: { seq, sheet, prediction },
  })
  return data ? { outcome: 'saved', ...data } : failure(error)
}

export type HandedIn =
  | { outcome: 'handed_in'; submitted: Submitted }
  | { outcome: 'unreached' }
  | { outcome: 'refused'; problem: unknown }

export async function handIn(anyone: Anyone, paper: Paper): Promise<HandedIn> {
  const { data, error } = await anyone.POST('/api/attempts/{id}/submission', byPaper(paper))
  return data ? { outcome: 'handed_in', submitted: data } : failure(error)
}

function failure(problem: unknown) {
  const code = codeOf(problem)
  if (code !== undefined && !LATER.has(code)) return { outcome: 'refused' as const, problem }
  const isTold = typeof problem === 'object' && problem !== null && 'retryAfterSeconds' in problem
  return { outcome: 'unreached' as const, ...(isTold ? { retryAfterS: Number(problem.retryAfterSeconds) } : {}) }
}
