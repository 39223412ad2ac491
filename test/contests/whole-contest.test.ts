import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { announce, wholeContest } from './building-contests.ts'
import { openOffice } from './contest-office.ts'
import { openAs, type Phone, type Paper as ShownPaper, save, submit, type World } from './contest-world.ts'
import { makeQuestions } from './make-questions.ts'

const CLASS = 12
const QUESTIONS = 10
const SCHOOL = 'mau-thpt'
/** What `makeQuestions` has as the right option. */
const RIGHT = 'Phương án hai'
const STUDENTS = {
  ...{ id: 'hoc-sinh', name: 'Học sinh', audience: 'student' as const, minAge: 11, maxAge: 18 },
  ...{ needsUnit: true, needsCode: false, headcount: 'student' as const },
  blueprint: [{ topic: null, difficulty: null, count: QUESTIONS }],
}
const [OPENS, CLOSES, AFTER] = ['2026-11-30T01:00:00.000Z', '2026-11-30T02:00:00.000Z', '2026-12-08T02:00:00Z']

type Results = {
  result: { state: string; entrants: number }
  items: { rank: number; publicName: string; score: number }[]
}

/** So many right answers, then wrong ones, of the first `upTo` questions. */
function answersOf(paper: ShownPaper, { right, upTo = QUESTIONS }: { right: number; upTo?: number }) {
  return paper.questions.map(({ options }, at) => {
    const place = options.indexOf(RIGHT)
    if (at >= upTo) return []
    return [at < right ? place : (place + 1) % options.length]
  })
}

async function enter(world: World, slug: string, at: number): Promise<Phone & { zaloId: string }> {
  const zaloId = `90476714999381${String(at).padStart(5, '0')}`
  const phone = await openAs(world, zaloId)
  const who = { blockId: STUDENTS.id, name: `Trần Văn ${'ABCDEFGHIKLM'[at]}`, bornOn: '2009-03-05', unitId: SCHOOL }
  const entered = await phone.post(`/api/contests/${slug}/entry`, {
    ...who,
    code: null,
    consentVersion: 1,
    showsName: false,
  })
  expect(entered).toMatchObject({ status: 201 })
  return Object.assign(phone, { zaloId })
}

test('a class takes a round, one phone dies in the middle, and the official ranking is the one the events tell', async () => {
  const { world, officer, reviewer } = await openOffice(0)
  await makeQuestions(world.service, { count: 3 * QUESTIONS, audiences: ['student'] })
  const contest = await announce(
    officer,
    reviewer,
    await wholeContest(officer, {
      ...{ blocks: [STUDENTS], rounds: [{ name: 'Vòng 1', opensAt: OPENS, closesAt: CLOSES }] },
      ...{ minutes: 20, attemptsPerRound: 1, counts: 'first', prediction: 'entrants' },
      ...{ tieBreaks: ['closeness', 'earlier_submission'], complaintDays: 5 },
    }),
  )
  const phones = await Promise.all(Array.from({ length: CLASS }, (_, at) => enter(world, contest.slug, at)))

  world.clock.now = new Date('2026-11-30T01:05:00Z')
  await world.runJob('contests.move-by-clock')
  const start = `/api/contests/${contest.slug}/rounds/1/attempts`
  const papers = await Promise.all(phones.map(async (phone) => (await phone.post<ShownPaper>(start)).body))
  expect(new Set(papers.map(({ questions }) => JSON.stringify(questions))).size).toBe(CLASS)

  /** The first two have everything right; the third's phone dies after four; the last never hands in. */
  for (const [at, phone] of phones.entries()) {
    const paper = papers[at]
    if (paper === undefined) throw new Error('each has a paper')
    const right = at < 3 ? QUESTIONS : QUESTIONS - at + 2
    for (let upTo = 1; upTo <= (at === 2 ? 4 : QUESTIONS); upTo += 1)
      await save(phone, paper, {
        seq: upTo,
        sheet: answersOf(paper, { right, upTo }),
        prediction: at === 1 ? CLASS : 40,
      })
    world.clock.now = new Date(world.clock.now.getTime() + 10_000)
    if (at !== 2 && at !== CLASS - 1) expect((await submit(phone, paper)).status).toBe(200)
  }
  const another = await openAs(world, phones[2]?.zaloId ?? '')
  const again = (await another.post<ShownPaper>(start)).body
  expect(again.saved.sheet.filter((choices) => choices.length > 0)).toHaveLength(4)
  await save(another, again, { seq: 11, sheet: answersOf(again, { right: QUESTIONS }), prediction: 40 })
  await submit(another, again)

  world.clock.now = new Date('2026-11-30T02:01:00Z')
  await world.runJob('contests.move-by-clock')
  await world.runJob('contests.results')
  const at = `/admin/api/contests/${contest.id}/rounds/1`
  expect((await (await world.signIn()).post(`${at}/complaint-window`)).status).toBe(200)
  world.clock.now = new Date(AFTER)
  expect((await (await world.signIn({ role: 'publisher' })).post(`${at}/official`)).status).toBe(200)

  const { result, items } = await world.getJson<Results>(`/api/contests/${contest.slug}/results`)
  expect(result).toMatchObject({ state: 'official', entrants: CLASS })
  expect(items.slice(0, 4).map(({ rank, publicName, score }) => [rank, publicName.slice(0, 8), score])).toEqual([
    [1, 'T. V. B.', 10],
    [2, 'T. V. A.', 10],
    [3, 'T. V. C.', 10],
    [4, 'T. V. D.', 9],
  ])
  expect(items.at(-1)).toMatchObject({ rank: CLASS, score: 1 })
  await world.stop()
  const command = ['--import', 'tsx', 'scripts/contest-rescore.ts', '--dry-run']
  const env = { ...process.env, DATA_DIR: world.dataDir }
  const { status, stdout } = spawnSync(process.execPath, command, { env, encoding: 'utf8' })
  expect([status, stdout]).toEqual([
    0,
    expect.stringContaining(`${CLASS} attempts and ${CLASS} rows of 1 results agree`),
  ])
})
