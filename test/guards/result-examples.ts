import { insertWaiting } from '../contests/complaining.ts'
import { type Contest, makeContest, takePart } from '../contests/world-contest.ts'
import type { Call, Example, Office } from './staff-example.ts'

const WHY = 'Theo biên bản rà soát số 3.'

/** A round of the unit's contest that has closed, with the result the clock has made of it. */
async function ranked(office: Office): Promise<Contest> {
  const { service, unitId, canary } = office
  const contest = await makeContest({ service }, { unitId, settings: { name: canary, complaintDays: 0 } })
  await takePart({ service }, contest, [
    { publicName: 'N. V. A.', unitId, papers: [{ right: 8 }] },
    { publicName: canary, unitId, papers: [{ right: 5 }] },
  ])
  await service.ctx.clock().run('contests.results')
  return contest
}

async function disputed(office: Office) {
  const contest = await ranked(office)
  const opened = await office.boss.post(`/admin/api/contests/${contest.id}/rounds/1/complaint-window`)
  if (opened.status !== 200) throw new Error(`the window answered ${opened.status}`)
  return contest
}

/** Straight into the table, since nobody of the guards' office holds a phone in the contest. */
async function complaint(office: Office) {
  const contest = await disputed(office)
  const [entry] = await takePart(office, contest, [{ publicName: 'N. V. B.', papers: [{ right: 1 }] }])
  const id = office.service.ctx.newId()
  await insertWaiting(office.service.ctx, { id, roundId: contest.rounds[0]?.id ?? '', entryId: entry?.id ?? '' })
  return { contest, id }
}

const path = ({ id }: Contest, rest: string) => `/admin/api/contests/${id}/${rest}`
const read = (line: string, rest: string): Example => ({
  line: `GET /admin/api/contests/{id}/${line}`,
  needs: 'contests.read',
  scope: 'object',
  call: async (office) => ({ path: path(await ranked(office), rest) }),
})
const officiate = (verb: string, body?: (contest: Contest) => object, begin = ranked): Example => ({
  line: `POST /admin/api/contests/{id}/rounds/{number}/${verb}`,
  needs: 'contests.officiate',
  scope: 'object',
  call: async (office): Promise<Call> => {
    const contest = await begin(office)
    return { path: path(contest, `rounds/1/${verb}`), body: body?.(contest) }
  },
})

export const RESULT_EXAMPLES: Example[] = [
  read('result-board', 'result-board'),
  read('results', 'results?round=1'),
  read('result-units', 'result-units?round=1'),
  read('results.xlsx', 'results.xlsx'),
  read('results.docx', 'results.docx'),
  read('rounds/{number}/statistics', 'rounds/1/statistics'),
  {
    line: 'GET /admin/api/contests/{id}/rounds/{number}/similarity',
    needs: 'contests.review',
    scope: 'object',
    call: async (office) => ({ path: path(await ranked(office), `rounds/1/similarity?unitId=${office.unitId}`) }),
  },
  {
    line: 'POST /admin/api/contests/{id}/rounds/{number}/complaint-window',
    needs: 'contests.manage',
    scope: 'object',
    call: async (office) => ({ path: path(await ranked(office), 'rounds/1/complaint-window') }),
  },
  {
    line: 'GET /admin/api/contests/{id}/complaints',
    needs: 'contests.manage',
    scope: 'object',
    call: async (office) => ({ path: path((await complaint(office)).contest, 'complaints') }),
  },
  {
    line: 'POST /admin/api/contest-complaints/{id}/answer',
    needs: 'contests.manage',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/contest-complaints/${(await complaint(office)).id}/answer`,
      body: { outcome: 'rejected', text: 'Nhật ký ghi đúng như kết quả.' },
      headers: { 'if-match': '"1"' },
    }),
  },
  officiate('official', undefined, disputed),
  officiate('recompute', () => ({ reason: WHY })),
  officiate('voids', ({ versionIds }) => ({ versionId: versionIds[0], reason: WHY })),
  officiate('keys', ({ versionIds }) => ({ versionId: versionIds[0], key: [2], explanation: '', reason: WHY })),
]
