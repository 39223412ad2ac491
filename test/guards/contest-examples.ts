import { eq } from 'drizzle-orm'
import { contestRounds, contests } from '../../server/contests/contests.table.ts'
import { writeSpreadsheet } from '../../server/spreadsheets/write-spreadsheet.ts'
import { beginContest, type Contest, ifMatch, ok, step, wholeContest } from '../contests/building-contests.ts'
import { makeEntry } from '../contests/make-entries.ts'
import { makeQuestions } from '../contests/make-questions.ts'
import type { Call, Example, Office } from './staff-example.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const filled = new WeakMap<Office, Promise<unknown>>()

/** The unit's bank is filled once; a contest of the unit, whole but for the review. */
async function written(office: Office): Promise<Contest> {
  const { unitId, canary, service } = office
  const bank = filled.get(office) ?? makeQuestions(service, { count: 60, unitId })
  filled.set(office, bank)
  await bank
  return wholeContest(office.boss, {}, { unitId, name: canary })
}

const reviewed = async (office: Office) => ok(await step(office.rootBoss, await written(office), 'review'))
const scheduled = async (office: Office) => ok(await step(office.boss, await reviewed(office), 'schedule'))

/** Every round is over and its result official, which is what comes before the archive. */
async function official(office: Office) {
  const { id } = await scheduled(office)
  const { ctx } = office.service
  await ctx.write((tx) => tx.update(contestRounds).set({ state: 'official' }).where(eq(contestRounds.contestId, id)))
  await ctx.write((tx) => tx.update(contests).set({ state: 'official' }).where(eq(contests.id, id)))
  return ok(await office.boss.get<Contest>(`/admin/api/contests/${id}`))
}

const path = ({ id }: { id: string }) => `/admin/api/contests/${id}`
const stepOn = (contest: Contest, name: string, body: object = {}): Call => ({
  path: `${path(contest)}/steps/${name}`,
  body,
  headers: ifMatch(contest),
})

async function list(rows: string[][] = [[`GV ${Math.random().toString(36).slice(2)}`, 'Nguyễn Thị Hoa']]) {
  const columns = ['Mã', 'Họ và tên'].map((title) => ({ title }))
  return { type: XLSX, data: await writeSpreadsheet({ sheet: 'DS', columns, rows }) }
}

async function listed(office: Office) {
  const contest = await scheduled(office)
  const where = `${path(contest)}/units/${office.unitId}/members`
  const { type, data } = await list()
  const init = {
    method: 'POST',
    headers: { cookie: office.boss.cookie, origin: office.service.url, 'content-type': type },
  }
  const sent = await fetch(`${office.service.url}${where}?dryRun=false`, { ...init, body: new Uint8Array(data) })
  if (!sent.ok) throw new Error(`the list answered ${sent.status}`)
  const { items } = ok(await office.boss.get<{ items: { id: string }[] }>(where))
  return { contest, where, memberId: items[0]?.id ?? '' }
}

const STEPS: [string, Example['needs'], (office: Office) => Promise<Contest>, object?][] = [
  ['review', 'contests.review', written],
  ['return', 'contests.review', written, { remark: 'Xem lại vòng hai.' }],
  ['schedule', 'contests.manage', reviewed],
  ['unschedule', 'contests.manage', scheduled, { remark: 'Ghi nhầm ngày.' }],
  ['archive', 'contests.officiate', official],
]

export const CONTEST_EXAMPLES: Example[] = [
  {
    line: 'GET /admin/api/contest-presets',
    needs: 'contests.manage',
    scope: 'own',
    call: () => ({ path: '/admin/api/contest-presets' }),
  },
  {
    line: 'GET /admin/api/contests',
    needs: 'contests.read',
    scope: 'list',
    call: async (office) => {
      await scheduled(office)
      return { path: '/admin/api/contests' }
    },
  },
  {
    line: 'POST /admin/api/contests',
    needs: 'contests.manage',
    scope: 'object',
    call: ({ unitId, canary }) => ({
      path: '/admin/api/contests',
      body: { unitId, name: canary, firstDay: '2026-12-01', from: { kind: 'blank' } },
    }),
  },
  {
    line: 'GET /admin/api/contests/{id}',
    needs: 'contests.read',
    scope: 'object',
    call: async (office) => ({ path: path(await scheduled(office)) }),
  },
  {
    line: 'PUT /admin/api/contests/{id}',
    needs: 'contests.manage',
    scope: 'object',
    call: async ({ boss, unitId, canary }) => {
      const contest = await beginContest(boss, { unitId, name: canary, from: { kind: 'blank' } })
      return { path: path(contest), body: { ...contest.settings, minutes: 25 }, headers: ifMatch(contest) }
    },
  },
  {
    line: 'GET /admin/api/contests/{id}/check',
    needs: 'contests.read',
    scope: 'object',
    call: async (office) => ({ path: `${path(await written(office))}/check` }),
  },
  {
    line: 'GET /admin/api/contests/{id}/preview',
    needs: 'quizzes.read',
    scope: 'object',
    call: async (office) => ({ path: `${path(await written(office))}/preview?blockId=can-bo` }),
  },
  ...STEPS.map(
    ([name, needs, standing, said]): Example => ({
      line: 'POST /admin/api/contests/{id}/steps/{step}',
      needs,
      scope: 'object',
      call: async (office) => stepOn(await standing(office), name, said),
    }),
  ),
  {
    line: 'POST /admin/api/contests/{id}/rounds/{number}/closing',
    needs: 'contests.manage',
    scope: 'object',
    call: async (office) => {
      const contest = await scheduled(office)
      const body = { closesAt: '2027-03-01T00:00:00Z', reason: 'Mất điện diện rộng.' }
      return { path: `${path(contest)}/rounds/4/closing`, body, headers: ifMatch(contest) }
    },
  },
  {
    line: 'GET /admin/api/contests/{id}/files/members-template',
    needs: 'contests.members',
    scope: 'object',
    call: async (office) => ({ path: `${path(await scheduled(office))}/files/members-template` }),
  },
  {
    line: 'GET /admin/api/contests/{id}/units/{unitId}/members',
    needs: 'contests.members',
    scope: 'object',
    call: async (office) => ({ path: (await listed(office)).where }),
  },
  {
    line: 'POST /admin/api/contests/{id}/units/{unitId}/members',
    needs: 'contests.members',
    scope: 'object',
    call: async (office) => ({
      path: `${path(await scheduled(office))}/units/${office.unitId}/members?dryRun=false`,
      bytes: await list(),
    }),
  },
  {
    line: 'DELETE /admin/api/contests/{id}/units/{unitId}/members',
    needs: 'contests.members',
    scope: 'object',
    call: async (office) => ({ path: (await listed(office)).where }),
  },
  {
    line: 'PUT /admin/api/contests/{id}/members/{memberId}/organiser',
    needs: 'contests.manage',
    scope: 'object',
    call: async (office) => {
      const { contest, memberId } = await listed(office)
      return { path: `${path(contest)}/members/${memberId}/organiser`, body: { isOrganiser: true } }
    },
  },
  {
    line: 'GET /admin/api/contests/{id}/board',
    needs: 'contests.read',
    scope: 'object',
    call: async (office) => ({ path: `${path(await scheduled(office))}/board` }),
  },
  {
    line: 'GET /admin/api/contests/{id}/units/{unitId}/missing',
    needs: 'contests.members',
    scope: 'object',
    call: async (office) => ({ path: `${path(await scheduled(office))}/units/${office.unitId}/missing` }),
  },
  {
    line: 'GET /admin/api/contests/{id}/held',
    needs: 'contests.officiate',
    scope: 'object',
    call: async (office) => ({ path: `${path(await scheduled(office))}/held` }),
  },
  {
    line: 'POST /admin/api/contests/{id}/held/{entryId}',
    needs: 'contests.officiate',
    scope: 'object',
    call: async (office) => {
      const contest = await scheduled(office)
      const wish = { contestId: contest.id, unitId: office.unitId, code: 'GV1', status: 'held' as const }
      const entryId = await makeEntry(office.service, wish)
      return { path: `${path(contest)}/held/${entryId}`, body: { decision: 'remove', reason: 'Nhập nhầm mã.' } }
    },
  },
]
