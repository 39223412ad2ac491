import { citizenOf, makeContest, type Person, takePart } from '../contests/world-contest.ts'
import { ok } from '../feedback/reporting.ts'
import type { StaffClient } from '../world/staff.ts'
import type { createWorld } from '../world/world.ts'

type World = Awaited<ReturnType<typeof createWorld>>

/** Two of them chose the same wrong options throughout. */
const ALIKE = [0, 1, 2, 3, 1, 2, 3, 0, 1, 2]

/** A round that has just closed: forty people of one school, and one who has a phone and may dispute. */
export async function closeContest(world: World, name: string) {
  const contest = await makeContest(world, { settings: { name } })
  const phone = world.openPhone()
  await phone.signIn()
  const unitId = 'mau-thpt'
  const people: Person[] = Array.from({ length: 40 }, (_, at) => ({
    ...{ publicName: `N. V. ${at + 1}`, unitId },
    papers: [{ right: 2 + (at % 8), prediction: at % 5, begun: at, took: 6 + (at % 9) }],
  }))
  const alike = ['T. T. A.', 'T. T. B.'].map((publicName) => ({ publicName, unitId, papers: [{ chosen: ALIKE }] }))
  const me = { publicName: 'L. T. Khiếu', unitId, citizenId: await citizenOf(world, phone), papers: [{ right: 5 }] }
  await takePart(world, contest, [...people, ...alike, me])
  return { contest, phone }
}

/** Its result may be disputed now, and somebody has. */
export async function disputeContest(world: World, officer: StaffClient, name: string) {
  const { contest, phone } = await closeContest(world, name)
  await world.runJob('contests.results')
  ok(await officer.post(`/admin/api/contests/${contest.id}/rounds/1/complaint-window`))
  ok(
    await phone.post(`/api/me/contests/${contest.slug}/rounds/1/complaints`, {
      text: 'Câu 4 tôi chọn B mà máy ghi C.',
    }),
  )
  return contest.id
}
