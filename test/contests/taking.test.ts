import { describe, expect, test } from 'vitest'
import { finishOverdue } from '../../server/contests/attempts.usecases.ts'
import {
  findBrokenLink,
  type Link,
  type ReplayedAttempt,
  readEvents,
  replay,
} from '../../server/contests/event-chain.rules.ts'
import { createWorld } from '../world/world.ts'
import {
  answered,
  attemptRows,
  begin,
  enterAsNew,
  later,
  openAs,
  openContest,
  type Paper,
  START,
  save,
  submit,
  type World,
} from './contest-world.ts'
import { SLUG } from './made-contest.ts'

async function chainOf(world: World) {
  const rows = await world.service.ctx.db.values<[number, number, string, string, string]>(
    'SELECT seq, at_ms, events, prev_hash, hash FROM contest_events ORDER BY seq',
  )
  const links: Link[] = rows.map(([seq, atMs, events, prevHash, hash]) => ({ seq, atMs, events, prevHash, hash }))
  const attempts = new Map<string, ReplayedAttempt>()
  for (const { events } of links) replay(attempts, readEvents(events))
  return { broken: findBrokenLink(links), events: links.flatMap(({ events }) => readEvents(events)), attempts }
}

describe('taking a paper', () => {
  test('a paper is begun once, however often and however fast it is asked for, and handed in once', async () => {
    const { world } = await openContest({ settings: { tells: { afterSubmitting: 'score', afterClosing: 'score' } } })
    const phone = await enterAsNew(world)
    const begun = await Promise.all([1, 2, 3].map(() => phone.post<Paper>(START)))
    expect(new Set(begun.map(({ status, body }) => `${status} ${body.attemptId} ${body.token}`)).size).toBe(1)
    const paper = await begin(phone)
    expect([paper.questions.length, paper.number, paper.saved.seq]).toEqual([20, 1, 0])
    await save(phone, paper, { seq: 1, sheet: answered(paper, 20) })
    const [first, second] = [await submit(phone, paper), await submit(phone, paper)]
    expect(first).toMatchObject({ status: 200, body: { state: 'submitted', answered: 20, outOf: 20 } })
    expect(second.body).toEqual(first.body)
    expect(await phone.post(START)).toMatchObject({ status: 409, body: { code: 'attempt.none_left' } })
    const [row] = await attemptRows(world)
    expect(row?.[6]).toBe(first.body.score)
    const { broken, events } = await chainOf(world)
    expect([broken, events.map(({ is }) => is)]).toEqual([undefined, ['started', 'saved', 'submitted']])
  })

  test('a phone dies mid-paper: another one goes on with every answer that was kept', async () => {
    const { world } = await openContest()
    const phone = await enterAsNew(world)
    const paper = await begin(phone)
    for (let seq = 1; seq <= 7; seq += 1)
      await save(phone, paper, { seq, sheet: answered(paper, seq), prediction: 1234 })
    later(world, 3)
    const other = await openAs(world, phone.zaloId)
    const again = await begin(other)
    expect(again).toEqual({
      ...paper,
      now: '2026-11-23T02:03:00.000Z',
      saved: { seq: 7, sheet: answered(paper, 7), prediction: 1234 },
    })
    expect((await other.get<Paper>(`/api/attempts/${paper.attemptId}`)).body).toEqual(again)
    await save(other, again, { seq: 8, sheet: answered(paper, 20) })
    expect((await submit(other, again)).body).toMatchObject({ state: 'submitted', answered: 20 })
  })

  test('a server that is stopped in between has forgotten nothing', async () => {
    const { world } = await openContest()
    const phone = await enterAsNew(world)
    const paper = await begin(phone)
    await save(phone, paper, { seq: 1, sheet: answered(paper, 5) })
    await world.stop()
    const next = await createWorld({ dataFrom: world.dataDir, at: '2026-11-23T02:10:00Z' })
    const again = next.openPhone()
    again.useToken(phone.token)
    expect((await save(again, paper, { seq: 2, sheet: answered(paper, 6) })).status).toBe(200)
    expect((await begin(again)).saved.sheet).toEqual(answered(paper, 6))
    expect((await chainOf(next)).broken).toBeUndefined()
  })

  test('half an hour without a network, within the time: what the phone kept meanwhile counts', async () => {
    const { world } = await openContest({ settings: { minutes: 45 } })
    const phone = await enterAsNew(world)
    const paper = await begin(phone)
    await save(phone, paper, { seq: 3, sheet: answered(paper, 3) })
    later(world, 30)
    await world.runJob('contests.finish')
    expect((await save(phone, paper, { seq: 17, sheet: answered(paper, 17) })).body.seq).toBe(17)
    expect((await submit(phone, paper)).body).toMatchObject({ answered: 17 })
  })

  test('two tabs: the higher number stays, and the lower one is told of it', async () => {
    const { world } = await openContest()
    const phone = await enterAsNew(world)
    const paper = await begin(phone)
    const [one, other] = [answered(paper, 4), paper.questions.map(() => [1])]
    expect((await save(phone, paper, { seq: 5, sheet: one })).body.seq).toBe(5)
    expect((await save(phone, paper, { seq: 5, sheet: one })).body.seq).toBe(5)
    expect((await save(phone, paper, { seq: 4, sheet: other })).body.seq).toBe(5)
    expect((await save(phone, paper, { seq: 5, sheet: other })).body.seq).toBe(6)
    expect((await begin(phone)).saved).toMatchObject({ seq: 5, sheet: one })
    expect((await save(phone, paper, { seq: 7, sheet: other })).body.seq).toBe(7)
    expect((await begin(phone)).saved).toMatchObject({ seq: 7, sheet: other })
  })

  test('one sheet too short, too long or for another paper is not kept', async () => {
    const { world } = await openContest()
    const phone = await enterAsNew(world)
    const [paper, stranger] = [await begin(phone), await begin(await enterAsNew(world))]
    const sheets = [[[0]], [...answered(paper, 20), [0]], paper.questions.map(() => [9])]
    for (const sheet of sheets)
      expect(await save(phone, paper, { seq: 1, sheet })).toMatchObject({
        status: 400,
        body: { code: 'request.invalid' },
      })
    const swapped = { attemptId: stranger.attemptId, token: paper.token }
    const refused = { status: 401, body: { code: 'attempt.token_refused' } }
    expect(await save(phone, swapped, { seq: 1, sheet: answered(paper, 1) })).toMatchObject(refused)
    expect(await submit(phone, swapped)).toMatchObject(refused)
    const longer = paper.token.replace(/\.(\d{13})\./, (_, ms) => `.${Number(ms) + 60_000}.`)
    expect(await save(phone, { ...paper, token: longer }, { seq: 1, sheet: answered(paper, 1) })).toMatchObject(refused)
    expect(await phone.get(`/api/attempts/${stranger.attemptId}`)).toMatchObject({ status: 404 })
  })
})

describe('time is the server’s', () => {
  test('a paper ends with its minutes or with the round, whichever is first', async () => {
    const { world } = await openContest()
    await begin(await enterAsNew(world))
    later(world, 170)
    await begin(await enterAsNew(world))
    expect((await attemptRows(world)).map((row) => row[4])).toEqual([20, 10])
    later(world, 10)
    expect(await (await enterLate(world)).post(START)).toMatchObject({ status: 409, body: { code: 'round.not_open' } })
  })

  async function enterLate(world: World) {
    world.clock.now = new Date('2026-11-23T04:59:59Z')
    const phone = await enterAsNew(world)
    world.clock.now = new Date('2026-11-23T05:00:00Z')
    return phone
  }

  test('nobody begins before the round opens, whatever its phone shows', async () => {
    const { world } = await openContest({ opensAt: '2026-11-23T02:00:01.000Z' })
    const phone = await enterAsNew(world)
    expect(await phone.post(START)).toMatchObject({ status: 409, body: { code: 'round.not_open' } })
    later(world, 1 / 60)
    await begin(phone)
  })

  test('within the grace it is kept, after it refused by its own name, and what was kept is handed in by itself', async () => {
    const { world, contest } = await openContest()
    const [wrote, idle, foretold] = [await enterAsNew(world), await enterAsNew(world), await enterAsNew(world)]
    const [paper, blank, guess] = [await begin(wrote), await begin(idle), await begin(foretold)]
    await save(foretold, guess, { seq: 1, sheet: answered(guess, 0), prediction: 900 })
    world.clock.now = new Date('2026-11-23T02:20:15.000Z')
    expect((await save(wrote, paper, { seq: 9, sheet: answered(paper, 9) })).status).toBe(200)
    await world.runJob('contests.finish')
    expect((await attemptRows(world)).map((row) => row[1])).toEqual(['in_progress', 'in_progress', 'in_progress'])
    world.clock.now = new Date('2026-11-23T02:20:15.001Z')
    const late = { status: 409, body: { code: 'attempt.too_late' } }
    expect(await save(wrote, paper, { seq: 10, sheet: answered(paper, 10) })).toMatchObject(late)
    expect(await submit(wrote, paper)).toMatchObject(late)
    expect(await finishOverdue(world.service.ctx, contest.roundId)).toBe(3)
    expect(await finishOverdue(world.service.ctx, contest.roundId)).toBe(0)
    expect(
      (await attemptRows(world)).map(([, state, sheet, , , after]) => [state, sheet?.toString().length, after]),
    ).toEqual([
      ['auto_submitted', 28, 0],
      ['expired_empty', 0, 0],
      ['expired_empty', 19, 0],
    ])
    expect(await save(wrote, paper, { seq: 10, sheet: answered(paper, 10) })).toMatchObject({
      body: { code: 'attempt.ended' },
    })
    expect(await submit(wrote, paper)).toMatchObject({ status: 200, body: { state: 'auto_submitted', answered: 9 } })
    expect(await idle.get(`/api/attempts/${blank.attemptId}`)).toMatchObject({ body: { code: 'attempt.ended' } })
    expect((await chainOf(world)).broken).toBeUndefined()
  })

  test('a second attempt closes the first one whose time is over, and no third begins', async () => {
    const { world } = await openContest({ settings: { attemptsPerRound: 2 } })
    const phone = await enterAsNew(world)
    const paper = await begin(phone)
    await save(phone, paper, { seq: 1, sheet: answered(paper, 1) })
    later(world, 21)
    const second = await begin(phone)
    expect([second.number, second.attemptId === paper.attemptId]).toEqual([2, false])
    later(world, 21)
    expect(await phone.post(START)).toMatchObject({ body: { code: 'attempt.none_left' } })
    expect((await attemptRows(world)).map(([number, state]) => [number, state])).toEqual([
      [1, 'auto_submitted'],
      [2, 'expired_empty'],
    ])
  })

  test.each([
    ['two hours ahead', 2 * 3_600_000],
    ['a day back', -24 * 3_600_000],
  ])('a clock set %s closes nothing early, moves no deadline and is told of', async (_, ms) => {
    const { world, contest } = await openContest()
    const phone = await enterAsNew(world)
    const paper = await begin(phone)
    world.clock.setAhead(ms)
    await world.runJob('contests.finish')
    await expect(finishOverdue(world.service.ctx, contest.roundId)).rejects.toThrow('contest.clock_jumped')
    expect((await save(phone, paper, { seq: 1, sheet: answered(paper, 3) })).status).toBe(200)
    expect(await begin(phone)).toMatchObject({ deadlineAt: paper.deadlineAt, now: '2026-11-23T02:00:00.000Z' })
    expect(await begin(await enterAsNew(world))).toMatchObject({ deadlineAt: paper.deadlineAt })
    expect(await world.getJson('/readyz')).toEqual({ ready: true, problems: [], notes: ['clock.jumped'] })
    expect(await (await world.get('/metrics')).text()).toContain(`clock_jumped_seconds ${ms / 1000}`)
    expect(world.logLines.filter((line) => line.includes('the clock of this machine was set'))).toHaveLength(1)
    later(world, 21)
    expect(await save(phone, paper, { seq: 2, sheet: answered(paper, 4) })).toMatchObject({
      body: { code: 'attempt.too_late' },
    })
    expect((await attemptRows(world)).map((row) => [row[1], row[4]])).toEqual([
      ['in_progress', 20],
      ['in_progress', 20],
    ])
    world.clock.setAhead(-ms)
    await world.runJob('contests.finish')
    expect((await attemptRows(world)).map((row) => row[1])).toEqual(['auto_submitted', 'expired_empty'])
    const { events } = await chainOf(world)
    expect(events.map(({ is }) => is)).toEqual(['started', 'saved', 'started', 'auto_submitted', 'expired_empty'])
  })
})

describe('who may', () => {
  test('only somebody whom Zalo names, who has entered, and not who was taken out', async () => {
    const { world } = await openContest()
    const device = world.openPhone()
    await device.signIn()
    expect(await device.post(START)).toMatchObject({ status: 403, body: { code: 'citizen.zalo_only' } })
    const phone = await openAs(world, '4047671499938107777')
    expect(await phone.post(START)).toMatchObject({ status: 403, body: { code: 'contest.entry_missing' } })
    const removed = await enterAsNew(world)
    await world.service.ctx.write((tx) => tx.run("UPDATE contest_entries SET status = 'removed'"))
    expect(await removed.post(START)).toMatchObject({ status: 403, body: { code: 'contest.entry_removed' } })
    expect(await removed.post(START.replace('/1/', '/2/'))).toMatchObject({
      status: 404,
      body: { code: 'round.not_found' },
    })
    expect(await removed.post(START.replace(SLUG, 'khong-co'))).toMatchObject({ status: 404 })
  })

  test('a closing time that staff moved holds for who begins after it, at once', async () => {
    const { world, contest } = await openContest()
    await begin(await enterAsNew(world))
    await world.service.ctx.write((tx) =>
      tx.run(
        `UPDATE contest_rounds SET closes_at = '2026-11-23T02:05:00.000Z', version = version + 1 WHERE id = '${contest.roundId}'`,
      ),
    )
    const paper = await begin(await enterAsNew(world))
    expect(paper.deadlineAt).toBe('2026-11-23T02:05:00.000Z')
  })
})
