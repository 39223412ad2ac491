import { eq } from 'drizzle-orm'
import { insertComplaint } from '../../server/contests/complaints.queries.ts'
import { contestRounds } from '../../server/contests/contests.table.ts'
import { type Contest, makeContest, takePart } from '../contests/world-contest.ts'
import type { Example, Office } from './staff-example.ts'

const [PAST, LATER] = ['2026-11-22T15:00:00.000Z', '2027-01-01T00:00:00.000Z']
const REASON = 'Hội đồng đã thống nhất tại biên bản số 3.'

/** A round of the unit's own contest is over, and its provisional result is there. */
async function provisional(office: Office): Promise<Contest> {
  const { unitId, canary, service } = office
  const contest = await makeContest(office, { unitId, settings: { name: canary } })
  await takePart(office, contest, [
    { publicName: 'N. V. A.', unitId, papers: [{ right: 8, prediction: 1 }] },
    { publicName: 'T. T. B.', unitId, papers: [{ right: 6, prediction: 2, begun: 3 }] },
  ])
  // A run that is under way may have looked for closed rounds already.
  for (const _ of ['under way', 'anew']) await service.runJob('contests.results')
  return contest
}

async function disputed(office: Office, complaintsUntil: string): Promise<Contest> {
  const contest = await provisional(office)
  const { ctx } = office.service
  const moved = { state: 'complaints' as const, complaintsUntil }
  await ctx.write((tx) => tx.update(contestRounds).set(moved).where(eq(contestRounds.contestId, contest.id)))
  return contest
}

async function complained(office: Office) {
  const contest = await disputed(office, LATER)
  const { ctx } = office.service
  const [entry] = await takePart(office, contest, [{ publicName: 'N. V. A.', papers: [] }])
  const complaint = { id: ctx.newId(), roundId: contest.rounds[0]?.id ?? '', entryId: entry?.id ?? '' }
  const told = { text: 'Tôi chọn B mà máy ghi C ở câu 4.', at: ctx.now().toISOString() }
  await ctx.write((tx) => insertComplaint(tx, { ...complaint, ...told }))
  return { contest, complaintId: complaint.id }
}

type Ask = { line: string; rest: string; needs?: Example['needs']; body?: (contest: Contest) => object }
const asked = (
  { line, rest, needs = 'contests.read', body }: Ask,
  standing: (office: Office) => Promise<Contest> = provisional,
): Example => ({
  line,
  needs,
  scope: 'object',
  call: async (office) => {
    const contest = await standing(office)
    return { path: `/admin/api/contests/${contest.id}/${rest}`, body: body?.(contest) }
  },
})
const round = (method: string, part: string) => `${method} /admin/api/contests/{id}/rounds/{number}/${part}`
const versionId = (contest: Contest) => contest.versionIds[0]

export const RESULT_EXAMPLES: Example[] = [
  ...['result-board', 'results', 'result-units', 'results.xlsx', 'results.docx'].map((part) =>
    asked({ line: `GET /admin/api/contests/{id}/${part}`, rest: part }),
  ),
  asked({ line: round('GET', 'statistics'), rest: 'rounds/1/statistics' }),
  {
    line: round('GET', 'similarity'),
    needs: 'contests.review',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/contests/${(await provisional(office)).id}/rounds/1/similarity?unitId=${office.unitId}`,
    }),
  },
  asked({ line: round('POST', 'complaint-window'), rest: 'rounds/1/complaint-window', needs: 'contests.manage' }),
  asked({ line: round('POST', 'official'), rest: 'rounds/1/official', needs: 'contests.officiate' }, (office) =>
    disputed(office, PAST),
  ),
  asked({
    ...{ line: round('POST', 'recompute'), rest: 'rounds/1/recompute', needs: 'contests.officiate' },
    body: () => ({ reason: REASON }),
  }),
  asked({
    ...{ line: round('POST', 'voids'), rest: 'rounds/1/voids', needs: 'contests.officiate' },
    body: (contest) => ({ versionId: versionId(contest), reason: REASON }),
  }),
  asked({
    ...{ line: round('POST', 'keys'), rest: 'rounds/1/keys', needs: 'contests.officiate' },
    body: (contest) => ({ versionId: versionId(contest), key: [1], explanation: 'Theo luật.', reason: REASON }),
  }),
  asked(
    { line: 'GET /admin/api/contests/{id}/complaints', rest: 'complaints', needs: 'contests.manage' },
    async (office) => (await complained(office)).contest,
  ),
  {
    line: 'POST /admin/api/contest-complaints/{id}/answer',
    needs: 'contests.manage',
    scope: 'object',
    call: async (office) => ({
      path: `/admin/api/contest-complaints/${(await complained(office)).complaintId}/answer`,
      body: { outcome: 'rejected', text: 'Nhật ký máy chủ ghi lựa chọn C.' },
      headers: { 'if-match': '"1"' },
    }),
  },
]
