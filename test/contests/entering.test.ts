import { describe, expect, test } from 'vitest'
import type { Block } from '../../server/contests/contests.schemas.ts'
import {
  addMember,
  answered,
  begin,
  enterAsNew,
  entryStatuses,
  later,
  NEW_ENTRY,
  openAs,
  openContest,
  save,
  type World,
} from './contest-world.ts'
import { BLOCK, SLUG } from './made-contest.ts'

const ENTRY = `/api/contests/${SLUG}/entry`
const LAN = '4047671499938107249'
const blockWith = (change: Partial<Block>) => ({ settings: { blocks: [{ ...BLOCK, ...change }] } })

describe('entering', () => {
  test('once for each person whom Zalo names, and asked again it says the same', async () => {
    const { world } = await openContest()
    const device = world.openPhone()
    await device.signIn()
    expect(await device.post(ENTRY, NEW_ENTRY)).toMatchObject({ status: 403, body: { code: 'citizen.zalo_only' } })
    const [phone, other] = [await openAs(world, LAN), await openAs(world, LAN)]
    const wish = { ...NEW_ENTRY, unitId: 'so-gddt' }
    const entries = await Promise.all([phone.post(ENTRY, wish), other.post(ENTRY, wish), phone.post(ENTRY, wish)])
    for (const entry of entries)
      expect([entry.status, entry.body]).toEqual([
        201,
        {
          ...{ blockId: 'can-bo', unitId: 'so-gddt', unitName: expect.stringContaining('Sở'), status: 'counted' },
          ...{ ageBand: 'adult', publicName: expect.stringMatching(/^N\. T\. L\. – Sở/), guardian: 'not_needed' },
        },
      ])
    expect(await entryStatuses(world)).toEqual(['counted'])
    expect(await phone.post(ENTRY, { ...wish, unitId: 'phong-khong-co' })).toMatchObject({
      body: { code: 'contest.already_entered' },
    })
    expect((await phone.get(ENTRY)).body).toEqual(entries[0].body)
    const rows = await world.service.ctx.db.values('SELECT purpose, act FROM consents')
    expect(rows).toEqual([['contest.taking', 'granted']])
    expect(JSON.stringify(await world.service.ctx.db.values('SELECT * FROM contest_entries'))).not.toMatch(
      /Nguyễn Thị Lan|1990/,
    )
  })

  test('what is missing, made up, too young or too late is refused', async () => {
    const { world } = await openContest(blockWith({ needsUnit: true, minAge: 18, maxAge: 60 }))
    const phone = await openAs(world, LAN)
    const wrong = [
      [{}, 400, 'request.invalid'],
      [{ unitId: 'khong-co' }, 400, 'request.invalid'],
      [{ unitId: 'so-gddt', blockId: 'hoc-sinh' }, 400, 'request.invalid'],
      [{ unitId: 'so-gddt', bornOn: '2008-11-24' }, 422, 'contest.age_refused'],
      [{ unitId: 'so-gddt', consentVersion: 9 }, 409, 'consent.text_changed'],
    ] as const
    for (const [change, status, code] of wrong)
      expect(await phone.post(ENTRY, { ...NEW_ENTRY, ...change })).toMatchObject({ status, body: { code } })
    expect(await entryStatuses(world)).toEqual([])
    later(world, 181)
    expect(await phone.post(ENTRY, { ...NEW_ENTRY, unitId: 'so-gddt' })).toMatchObject({
      body: { code: 'contest.entry_closed' },
    })
  })

  test('a second person with a code waits for staff, the committee is never ranked, an unknown code does not enter', async () => {
    const { world, contest } = await openContest(blockWith({ needsCode: true }))
    await addMember(world, contest.id, { code: 'GV 012' })
    await addMember(world, contest.id, { code: 'BTC-1', isOrganiser: true })
    const known = { status: 'counted', unitId: 'so-gddt' }
    const [first, second, committee] = await Promise.all(
      [1, 2, 3].map((at) => openAs(world, `404767149993810800${at}`)),
    )
    expect((await first?.post(ENTRY, { ...NEW_ENTRY, code: 'gv012' }))?.body).toMatchObject(known)
    expect((await second?.post(ENTRY, { ...NEW_ENTRY, code: 'GV012' }))?.body).toMatchObject({ status: 'held' })
    expect((await committee?.post(ENTRY, { ...NEW_ENTRY, code: 'btc-1' }))?.body).toMatchObject({ status: 'practice' })
    const stranger = await openAs(world, '4047671499938108009')
    const answers = []
    for (let at = 0; at < 11; at += 1)
      answers.push((await stranger.post<{ code: string }>(ENTRY, { ...NEW_ENTRY, code: `GV ${at}` })).body.code)
    expect(answers).toEqual([...Array<string>(10).fill('contest.code_unknown'), 'contest.too_many_codes'])
    expect(await entryStatuses(world)).toEqual(['counted', 'held', 'practice'])
  })

  test('an adult who agrees is named whole where the contest shows names, and masked again once it is taken back', async () => {
    const { world } = await openContest({ settings: { names: 'whole' } })
    const phone = await enterAsNew(world, { showsName: true })
    const child = await enterAsNew(world, { showsName: true, bornOn: '2009-11-24' })
    expect((await phone.get(ENTRY)).body).toMatchObject({ publicName: 'Nguyễn Thị Lan' })
    expect((await child.get(ENTRY)).body).toMatchObject({ publicName: 'N. T. L.', ageBand: 'under_18' })
    await phone.delete('/api/me/consents/contest.naming')
    expect((await phone.get(ENTRY)).body).toMatchObject({ publicName: 'N. T. L.', status: 'counted' })
    await phone.delete('/api/me/consents/contest.taking')
    expect((await phone.get(ENTRY)).body).toMatchObject({ publicName: 'Người dự thi', status: 'removed' })
  })
})

describe('under sixteen', () => {
  const LINK = `/api/contests/${SLUG}/guardian-link`
  type Link = { token: string; expiresAt: string }
  const enterChild = (world: World) => enterAsNew(world, { bornOn: '2012-01-01', unitId: 'so-gddt' })

  test('a parent agrees once, by a link nobody can guess, and it is kept as a parent’s', async () => {
    const { world } = await openContest()
    const child = await enterChild(world)
    expect((await child.get(ENTRY)).body).toMatchObject({
      guardian: 'waiting',
      publicName: expect.stringMatching(/^N\. T\. L\. –/),
    })
    const { body: old } = await child.post<Link>(LINK)
    const { body: link } = await child.post<Link>(LINK)
    const parent = world.openPhone()
    expect(link.token).toMatch(/^[\w-]{22}$/)
    expect((await parent.post('/api/guardian-links/read', { token: old.token })).status).toBe(404)
    const asked = await parent.post<{ text: string; consentVersion: number }>('/api/guardian-links/read', {
      token: link.token,
    })
    expect(asked.body).toMatchObject({
      contestName: expect.any(String),
      publicName: expect.stringMatching(/^N\. T\. L\. –/),
      consentVersion: 1,
    })
    const agree = (consentVersion: number) =>
      parent.post('/api/guardian-links/agreement', { token: link.token, consentVersion })
    expect(await agree(7)).toMatchObject({ status: 409, body: { code: 'consent.text_changed' } })
    expect((await agree(1)).status).toBe(200)
    expect(await agree(1)).toMatchObject({ status: 404, body: { code: 'guardian.link_not_found' } })
    expect((await child.get(ENTRY)).body).toMatchObject({
      guardian: 'agreed',
      publicName: expect.stringMatching(/^N\. T\. L\. –/),
    })
    expect((await child.post(LINK)).status).toBe(404)
    const { db } = world.service.ctx
    expect(await db.values('SELECT purpose, is_guardian, channel FROM consents ORDER BY rowid')).toEqual([
      ['contest.taking', 0, 'mini_app'],
      ['contest.taking', 1, 'browser'],
    ])
    expect(JSON.stringify(await db.values('SELECT * FROM contest_entries'))).not.toContain(link.token)
    expect(world.logLines.join('')).not.toContain(link.token)
  })

  test('a link that is a week old is over, and an adult has none', async () => {
    const { world } = await openContest()
    const child = await enterChild(world)
    const { body: link } = await child.post<Link>(LINK)
    world.clock.now = new Date('2026-11-30T02:00:00.000Z')
    for (const [path, body] of [
      ['read', {}],
      ['agreement', { consentVersion: 1 }],
    ] as const)
      expect((await child.post(`/api/guardian-links/${path}`, { token: link.token, ...body })).status).toBe(404)
    world.clock.now = new Date('2026-11-23T02:00:00.000Z')
    expect((await (await enterAsNew(world)).post(LINK)).status).toBe(404)
  })
})

describe('leaving', () => {
  test('who is erased leaves a paper that is nobody’s; before that all of it is told', async () => {
    const { world } = await openContest()
    const phone = await enterAsNew(world, { code: 'GV-77' })
    const paper = await begin(phone)
    await save(phone, paper, { seq: 1, sheet: answered(paper, 2) })
    const told = await phone.get<{ data: { contests: object[] } }>('/api/me/export')
    expect(told.body.data.contests).toMatchObject([
      {
        name: 'Nguyễn Thị Lan',
        publicName: 'N. T. L.',
        attempts: [{ number: 1, state: 'in_progress', sheet: expect.stringMatching(/^0,0,/) }],
      },
    ])
    await phone.post('/api/me/erasure')
    const { db } = world.service.ctx
    expect(
      await db.values('SELECT citizen_id, name_sealed, code_mark, consent_id, public_name FROM contest_entries'),
    ).toEqual([[null, null, null, null, 'Người dự thi']])
    expect(await db.values('SELECT sheet_seq FROM contest_attempts')).toEqual([[1]])
    const again = await openAs(world, phone.zaloId)
    expect((await again.get(`/api/attempts/${paper.attemptId}`)).status).toBe(404)
  })
})

describe('what everybody sees of a contest', () => {
  test('its rules and its commitment to the draw; not while staff are building it', async () => {
    const { world } = await openContest()
    const home = await world.getJson<object>(`/api/contests/${SLUG}`)
    expect(home).toMatchObject({ minutes: 20, drawSeed: null, drawCommitment: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(await world.getJson('/api/contests')).toMatchObject({
      items: [{ slug: SLUG, closesAt: '2026-11-23T05:00:00.000Z' }],
    })
    await world.service.ctx.write((tx) => tx.run("UPDATE contests SET state = 'reviewed'"))
    expect([(await world.get(`/api/contests/${SLUG}`)).status, await world.getJson('/api/contests')]).toMatchObject([
      404,
      { items: [] },
    ])
    await world.service.ctx.write((tx) => tx.run("UPDATE contests SET state = 'official'"))
    expect(await world.getJson(`/api/contests/${SLUG}`)).toMatchObject({ drawSeed: 'seed of a contest in tests' })
  })

  test('my own part: the score only when the rules say so', async () => {
    for (const [afterSubmitting, score] of [
      ['nothing', null],
      ['score', expect.any(Number)],
    ] as const) {
      const { world } = await openContest({ settings: { tells: { afterSubmitting, afterClosing: 'score' } } })
      const phone = await enterAsNew(world)
      const paper = await begin(phone)
      const own = async () => (await phone.get(`/api/me/contests/${SLUG}`)).body
      expect(await own()).toMatchObject({
        entry: { status: 'counted' },
        attempts: [{ state: 'in_progress', score: null, outOf: 20 }],
      })
      const headers = { authorization: `Attempt ${paper.token}` }
      await phone.call('POST', `/api/attempts/${paper.attemptId}/submission`, undefined, headers)
      expect(await own()).toMatchObject({ attempts: [{ state: 'submitted', score }] })
      await world.service.ctx.write((tx) => tx.run("UPDATE contest_rounds SET state = 'provisional'"))
      expect(await own()).toMatchObject({ attempts: [{ state: 'submitted', score: expect.any(Number) }] })
    }
  })
})
