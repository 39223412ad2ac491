import { eq } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { previewIntent } from '../../server/campaigns/campaigns.chat.ts'
import { campaignRecipients } from '../../server/campaigns/campaigns.table.ts'
import { chatOutgoing } from '../../server/chat/chat.table.ts'
import { citizenSessions } from '../../server/citizens/citizens.table.ts'
import { contestEntries } from '../../server/contests/contests.table.ts'
import { outboxMessages } from '../../server/outbox/outbox.table.ts'
import { beginContest } from '../contests/building-contests.ts'
import { makeEntry } from '../contests/make-entries.ts'
import { createWorld } from '../world/world.ts'
import {
  approvedCampaign,
  asFollower,
  draftSend,
  makeFollowers,
  ok,
  readSend,
  type Send,
  stepSend,
} from './making-campaigns.ts'

const JOB = 'campaigns.send'

/** Without an account nothing leaves, so that what waits can be looked at. */
async function office({ at, hasAccount = false }: { at?: string; hasAccount?: boolean } = {}) {
  const world = await createWorld({ at, env: hasAccount ? {} : { ZALO_OA_ID: '' } })
  const writer = await world.signIn({ role: 'editor' })
  const boss = await world.signIn({ role: 'publisher' })
  const campaign = await approvedCampaign(writer, boss)
  const phone = async () => {
    const [me] = await makeFollowers(world.service, 1, () => ({ refusesNews: true }))
    if (me === undefined) throw new Error('nobody was made')
    return asFollower(world.service, me)
  }
  /** A test phone says the code. */
  async function looksAt({ previewCode }: Send) {
    const heard = { key: 'k1', text: `Xem thử ${previewCode}`, files: [], location: null }
    const { say } = await previewIntent.start(await phone(), heard)
    return say[0]?.text ?? ''
  }
  async function approved(wish: Parameters<typeof draftSend>[2] = {}) {
    const send = await draftSend(writer, campaign, wish)
    if (send.draft.kind !== 'message') ok(await stepSend(writer, send, 'make_article'))
    await looksAt(send)
    return ok(await stepSend(boss, await readSend(boss, send), 'approve'))
  }
  const rows = {
    recipients: () => world.service.ctx.db.select().from(campaignRecipients),
    outgoing: () => world.service.ctx.db.select().from(chatOutgoing),
    inbox: () => world.service.ctx.db.select().from(outboxMessages),
  }
  return { world, writer, boss, campaign, looksAt, approved, rows }
}

type Zalo = Awaited<ReturnType<typeof createWorld>>['zalo']

/** Somebody who follows the account at Zalo, and the articles that have reached them. */
function follower(zalo: Zalo) {
  const oaUserId = '7000000000000000001'
  zalo.state.addPerson({ id: '4000000000000000001', oaUserId, name: 'Lan', phone: '84900000001' })
  const person = zalo.oa.find(oaUserId)
  if (!person) throw new Error('the simulator knows nobody of this name')
  person.isFollower = true
  zalo.oa.interact(person)
  return { got: () => zalo.oa.lines(oaUserId).flatMap(({ kind, media }) => (kind === 'article' ? [media?.name] : [])) }
}

test('a message is looked at on a phone, approved by another, and written once to each', async () => {
  const { world, writer, boss, campaign, looksAt, rows } = await office()
  const people = await makeFollowers(world.service, 3)
  const draft = await draftSend(writer, campaign)
  expect(draft).toMatchObject({ state: 'draft', audience: { people: 3, toSend: 3, skipped: [], inInbox: 0 } })
  expect((await stepSend(boss, draft, 'approve')).body).toMatchObject({ code: 'campaign.wrong_state' })

  expect(await looksAt(draft)).toBe(draft.preview)
  expect(draft.preview).toContain('Sáng thứ Bảy, tại trung tâm xã.')
  const seen = await readSend(writer, draft)
  expect(seen).toMatchObject({ state: 'previewed', steps: ['return', 'stop'] })
  expect((await stepSend(writer, seen, 'approve')).status).toBe(403)
  ok(await stepSend(boss, seen, 'approve'))
  await world.runJob(JOB)
  await world.runJob(JOB)
  const outgoing = await rows.outgoing()
  expect(outgoing.map(({ personId }) => personId).sort()).toEqual(people.map(({ id }) => id).sort())
  expect(outgoing.map(({ dedupeKey }) => dedupeKey)).toContain(`campaign ${draft.id} ${people[0]?.id}`)
  expect(await readSend(boss, draft)).toMatchObject({ outcomes: [{ state: 'waiting', people: 3 }] })
})

test('who is skipped is counted before and told afterwards, each for one reason', async () => {
  const { world, writer, boss, campaign, approved, rows } = await office()
  const ago = (hours: number) => new Date(world.clock.now.getTime() - hours * 3_600_000).toISOString()
  await makeFollowers(
    world.service,
    6,
    (at) =>
      [
        {},
        { isFollower: false },
        { refusesNews: true, lastInteractionAt: ago(200) },
        { lastInteractionAt: ago(49) },
        { lastInteractionAt: ago(169) },
        { lastInteractionAt: null },
      ][at] ?? {},
  )
  await makeFollowers(world.service, 1, () => ({ channel: 'bot' }))
  const expected = {
    ...{ people: 6, toSend: 1, inInbox: 0 },
    skipped: expect.arrayContaining([
      { reason: 'not_follower', people: 1 },
      { reason: 'opted_out', people: 1 },
      { reason: 'paid_only', people: 1 },
      { reason: 'window_closed', people: 2 },
    ]),
  }
  const before = await draftSend(writer, campaign)
  expect(before.audience).toEqual(expected)
  const send = await approved()
  await world.runJob(JOB)
  const after = await readSend(boss, send)
  expect(after.audience?.people).toBe(7)
  expect((await rows.outgoing()).length).toBe(1)
  expect((await rows.recipients()).filter(({ skipped }) => skipped === 'window_closed').length).toBe(2)
  const listed = ok(await boss.get<{ items: object[] }>(`/admin/api/campaign-sends/${send.id}/recipients`))
  expect(listed.items.length).toBe(7)
})

test('somebody whose window is closed and who knows the app finds it in the inbox there', async () => {
  const { world, approved, campaign, rows } = await office()
  const phone = world.openPhone()
  await phone.signIn()
  const [session] = await world.service.ctx.db.select().from(citizenSessions)
  const citizenId = session?.citizenId
  await makeFollowers(world.service, 2, (at) => ({ lastInteractionAt: null, ...(at === 0 && { citizenId }) }))
  await approved()
  await world.runJob(JOB)
  await world.runJob('outbox.deliver')
  expect(await rows.inbox()).toMatchObject([{ citizenId, template: 'campaign_news' }])
  const inbox = ok(await phone.get<{ items: object[] }>('/api/me/messages'))
  expect(inbox.items).toMatchObject([
    { template: 'campaign_news', params: { slug: campaign.slug, title: 'Ngày hội một cửa' } },
  ])
})

test('whoever starts to follow while it is being sent is not among those written to', async () => {
  const { world, approved, rows } = await office({ at: '2026-11-23T15:30:00Z' })
  await makeFollowers(world.service, 2)
  await approved({ notBefore: '2026-11-23T23:30:00.000Z' })
  world.clock.now = new Date('2026-11-23T23:30:00Z')
  await world.runJob(JOB)
  world.clock.now = new Date('2026-11-23T23:31:00Z')
  await makeFollowers(world.service, 1, () => ({ createdAt: '2026-11-23T23:30:30.000Z' }))
  await world.runJob(JOB)
  expect((await rows.outgoing()).length).toBe(2)
})

test('nothing is sent at night, whatever was asked for', async () => {
  const { world, approved, rows } = await office({ at: '2026-11-23T14:30:00Z' })
  await makeFollowers(world.service, 2)
  await approved({ notBefore: '2026-11-23T15:00:00.000Z' })
  // 22:00 in Vietnam.
  world.clock.now = new Date('2026-11-23T15:00:00Z')
  await world.runJob(JOB)
  expect(await rows.recipients()).toEqual([])
  world.clock.now = new Date('2026-11-23T23:00:00Z')
  await world.runJob(JOB)
  expect((await rows.outgoing()).length).toBe(2)
})

test('stopped midway, what nobody has begun to send is never sent', async () => {
  const { world, writer, boss, approved, rows } = await office()
  await makeFollowers(world.service, 4)
  const send = await approved()
  await world.runJob(JOB)
  const stopped = ok(await stepSend(writer, await readSend(writer, send), 'stop', { remark: 'Sai ngày trong tin.' }))
  expect(stopped).toMatchObject({ state: 'stopped', outcomes: [{ state: 'failed', problem: 'stopped', people: 4 }] })
  await world.runJob(JOB)
  expect((await rows.outgoing()).every(({ state }) => state === 'failed')).toBe(true)
  expect((await readSend(boss, send)).history[0]).toMatchObject({
    action: 'sending.stop',
    remark: 'Sai ngày trong tin.',
  })
})

test('an article is made hidden, looked at, approved and broadcast once', async () => {
  const { world, boss, approved } = await office({ hasAccount: true })
  const { zalo } = world
  const lan = follower(zalo)
  zalo.oa.settings.articlePolls = 0
  const send = await approved({ kind: 'broadcast', body: { text: 'Sáng <thứ Bảy>.\nTại trung tâm xã.' } })
  const [article] = zalo.articles.list()
  expect(article).toMatchObject({
    ...{ title: 'Ngày hội một cửa', description: 'Một ngày gặp cán bộ', status: 'hide' },
    body: [
      { type: 'text', content: '<p>Sáng &lt;thứ Bảy&gt;.</p>' },
      { type: 'text', content: '<p>Tại trung tâm xã.</p>' },
    ],
  })
  await world.runJob(JOB)
  await world.runJob(JOB)
  expect(await readSend(boss, send)).toMatchObject({ state: 'sent', problem: null })
  expect(lan.got()).toEqual([article?.id])
})

test('a broadcast whose answer was lost waits for a person, who says why it is sent again', async () => {
  const { world, writer, boss, approved } = await office({ hasAccount: true })
  const { zalo } = world
  const lan = follower(zalo)
  zalo.oa.settings.articlePolls = 0
  const send = await approved({ kind: 'broadcast' })
  zalo.state.setFault({ endpoint: '/v2.0/oa/message', fault: 'reset', times: 1 })
  for (const _ of [1, 2, 3]) await world.runJob(JOB)
  const lost = await readSend(boss, send)
  expect(lost).toMatchObject({ state: 'unknown', problem: 'no_answer' })
  expect(lan.got()).toEqual([])
  expect((await stepSend(writer, lost, 'send_again', { remark: 'Không ai nhận được.' })).status).toBe(403)
  expect((await stepSend(boss, lost, 'send_again')).body).toMatchObject({ code: 'campaign.step_says_more' })
  ok(await stepSend(boss, lost, 'send_again', { remark: 'Ba máy thử không nhận được.' }))
  await world.runJob(JOB)
  expect(await readSend(boss, send)).toMatchObject({ state: 'sent' })
  expect(lan.got().length).toBe(1)
})

test('a broadcast that did arrive though its answer was lost reaches nobody twice', async () => {
  const { world, boss, approved } = await office({ hasAccount: true })
  const { zalo } = world
  const lan = follower(zalo)
  zalo.oa.settings.articlePolls = 0
  const send = await approved({ kind: 'broadcast' })
  zalo.state.setFault({ endpoint: '/v2.0/oa/message', fault: 'lost_answer', times: 1 })
  for (const _ of [1, 2, 3]) await world.runJob(JOB)
  const said = { remark: 'Máy thử đã nhận được bài.' }
  const settled = ok(await stepSend(boss, await readSend(boss, send), 'sent_after_all', said))
  expect(settled).toMatchObject({ state: 'sent' })
  await world.runJob(JOB)
  expect(lan.got().length).toBe(1)
})

test('while Zalo is still making the article nobody can approve it; then it is shown on the account', async () => {
  const { world, writer, boss, campaign, looksAt } = await office({ hasAccount: true })
  world.zalo.oa.settings.articlePolls = 1
  const send = await draftSend(writer, campaign, { kind: 'article' })
  ok(await stepSend(writer, send, 'make_article'))
  await looksAt(send)
  const busy = await readSend(boss, send)
  expect(busy).toMatchObject({ article: 'being_made', steps: [] })
  expect((await stepSend(boss, busy, 'approve')).body).toMatchObject({ code: 'campaign.wrong_state' })
  await world.runJob(JOB)
  const made = await readSend(boss, send)
  expect(made).toMatchObject({ article: 'made', steps: ['approve'] })
  ok(await stepSend(boss, made, 'approve'))
  await world.runJob(JOB)
  expect(await readSend(boss, send)).toMatchObject({ state: 'sent' })
})

test('units and interests are known of those who entered a contest, and of nobody else', async () => {
  const { world, writer, campaign } = await office()
  const [entrant] = await makeFollowers(world.service, 3)
  const { id: contestId } = await beginContest(await world.signIn(), { from: { kind: 'blank' } })
  const entry = await makeEntry(world.service, { contestId, unitId: 'xa-a', code: 'GV1' })
  const { ctx } = world.service
  await ctx.write((tx) =>
    tx.update(contestEntries).set({ citizenId: entrant?.citizenId }).where(eq(contestEntries.id, entry)),
  )
  const ofUnit = await draftSend(writer, campaign, { segment: { unitIds: ['xa-a'] } })
  expect(ofUnit.audience).toMatchObject({ toSend: 1, skipped: [{ reason: 'other_unit', people: 2 }] })
  const elsewhere = await draftSend(writer, campaign, { segment: { unitIds: ['xa-b'] } })
  expect(elsewhere.audience).toMatchObject({ toSend: 0, skipped: [{ reason: 'other_unit', people: 3 }] })
  const interested = await draftSend(writer, campaign, { segment: { interests: ['contests'] } })
  expect(interested.audience).toMatchObject({ toSend: 1, skipped: [{ reason: 'no_interest', people: 2 }] })
})
