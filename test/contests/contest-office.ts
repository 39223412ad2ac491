import { createWorld } from '../world/world.ts'
import { ok } from './building-contests.ts'
import { makeQuestions } from './make-questions.ts'

export type Check = {
  problems: { problem: string; weight: string; has: number | null; needs: number | null; round: number | null }[]
  pools: { pool: number; paper: number; shared: number; splitByRound: boolean }[]
}

export async function openOffice(questions = 80) {
  const world = await createWorld()
  const officer = await world.signIn({ role: 'quiz_manager', name: 'Người soạn' })
  const reviewer = await world.signIn({ role: 'publisher', name: 'Người duyệt' })
  if (questions > 0) await makeQuestions(world.service, { count: questions })
  /** Sessions do not outlast a week: whoever looks later signs in again. */
  const later = async (at: string) => {
    world.clock.now = new Date(at)
    await world.runJob('contests.move-by-clock')
    return world.signIn({ role: 'quiz_manager', name: 'Người soạn' })
  }
  const check = async (id: string) => ok(await officer.get<Check>(`/admin/api/contests/${id}/check`))
  return { world, officer, reviewer, check, later }
}
