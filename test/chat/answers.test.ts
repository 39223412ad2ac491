import { describe, expect, test } from 'vitest'
import type { Heard } from '../../server/chat/intent.ts'
import { meetPerson } from '../../server/chat/people.usecases.ts'
import { respond } from '../../server/chat/respond.ts'
import { writeOut } from '../../server/chat/write-out.ts'
import { chatQuestions } from '../../server/conversations/conversations.table.ts'
import type { Citizen, Ctx } from '../../server/ctx.ts'
import { expectOk, publishArticle, take, wholeArticle } from '../publishing/writing.ts'
import { createWorld } from '../world/world.ts'

type World = Awaited<ReturnType<typeof createWorld>>

/** Somebody who talks with the bot, their dialogue kept between two messages. */
async function talkWith(world: World, userId = 'lan') {
  const { ctx } = world.service
  const at = ctx.now().toISOString()
  const person = await ctx.write((tx) => meetPerson(tx, ctx, { channel: 'oa', userId, userIdByApp: null, at }))
  const actor: Citizen = { kind: 'citizen', id: person.citizenId, via: 'chat', sessionId: person.id }
  const own: Ctx<Citizen> = { ...ctx, actor }
  let count = 0
  const nextKey = () => {
    count += 1
    return `${userId} ${count}`
  }
  const phone = {
    kept: null as unknown,
    async says(text: string, key = nextKey()): Promise<string> {
      const heard: Heard = { key, text, files: [], location: null }
      const { say, dialogue } = await respond(own, { dialogue: phone.kept, heard })
      phone.kept = JSON.parse(JSON.stringify(dialogue))
      return say.map(writeOut).join('\n\n')
    },
  }
  await phone.says('menu')
  return phone
}

const questions = (world: World) => world.service.ctx.db.select().from(chatQuestions)

describe('an answer is what is published', () => {
  test('a page that is taken off answers nobody any more, from the next question on', async () => {
    const world = await createWorld()
    const [author, publisher] = [await world.signIn({ role: 'editor' }), await world.signIn({ role: 'publisher' })]
    const lan = await talkWith(world)
    const ask = () => lan.says('thả diều trên đê')
    expect(await ask()).not.toContain('từ 15 giờ')
    const title = 'Thả diều trên đê'
    const body = { title, summary: 'Được thả diều trên đê từ 15 giờ đến 18 giờ.', searchTerms: ['thả diều trên đê'] }
    const { entry, edition } = await publishArticle({ author, publisher }, wholeArticle(body), title)
    expect(await ask()).toContain('từ 15 giờ đến 18 giờ')
    const gone = expectOk(await take(publisher, edition, 'withdraw', { remark: 'Quy định đã thay đổi.' }))
    expect(await ask()).not.toContain('từ 15 giờ')
    expect(await lan.says(`Bài #${entry.slug}`)).toContain('đã thôi áp dụng từ 23/11/2026: Quy định đã thay đổi.')
    const again = expectOk(await take(publisher, gone, 'restore'))
    expect(await ask()).toContain('từ 15 giờ')
    expectOk(await take(publisher, again, 'unpublish', { remark: 'Đăng nhầm.' }))
    expect(await ask()).not.toContain('từ 15 giờ')
    expect(await lan.says(`Bài #${entry.slug}`)).toContain('không còn được công bố')
  })

  test('past its review date a page is not told as a fact, but shown where it stands', async () => {
    const world = await createWorld({ at: '2027-03-01T02:00:00Z' })
    const lan = await talkWith(world)
    const said = await lan.says('chuyển trường')
    expect(said).toContain('quá hạn rà soát (31/01/2027)')
    expect(said).toContain('/thu-tuc/2.002854')
    expect(said).not.toContain('5 ngày làm việc')
    expect(await lan.says('Giấy tờ 2.002854')).toContain('quá hạn rà soát')
  })

  test('inside Zalo a link opens the Mini App there', async () => {
    const world = await createWorld({ env: { ZALO_MINI_APP_ID: '1234567890' } })
    const lan = await talkWith(world)
    expect(await lan.says('chuyển trường')).toContain('https://zalo.me/s/1234567890/thu-tuc/2.002854')
  })
})

describe('questions are kept for those who fill the gaps', () => {
  test('with what they were answered with, without numbers, and once for one message', async () => {
    const world = await createWorld()
    const lan = await talkWith(world)
    await lan.says('chuyển trường 0912 345 678', 'the same event')
    await lan.says('chuyển trường 0912 345 678', 'the same event')
    await lan.says('xyzzy plugh 079123456789')
    const kept = await questions(world)
    expect(kept.map(({ band, answeredWith, text }) => ({ band, answeredWith, text }))).toEqual([
      { band: 'answer', answeredWith: 'procedure:2.002854', text: 'chuyển trường ••••••••78' },
      { band: 'fallback', answeredWith: null, text: 'xyzzy plugh ••••••••••89' },
    ])
    expect(JSON.stringify(kept)).not.toContain('the same event')
  })

  test('commands, courtesy and words of danger are no questions', async () => {
    const world = await createWorld()
    const lan = await talkWith(world)
    for (const text of ['menu', 'cảm ơn', 'tôi muốn tố cáo ông A', 'không muốn sống nữa', 'ok', '1'])
      await lan.says(text)
    expect(await questions(world)).toEqual([])
  })

  test('a vote is kept beside the question it is about; the last one counts', async () => {
    const world = await createWorld()
    const lan = await talkWith(world)
    await lan.says('chuyển trường')
    await lan.says('có ích')
    expect((await questions(world)).map(({ vote }) => vote)).toEqual(['useful'])
    await lan.says('không đúng')
    expect((await questions(world)).map(({ vote }) => vote)).toEqual(['useless'])
  })
})

describe('what was kept of a conversation', () => {
  test.each([
    ['of an older version', { version: 0 }],
    ['broken', { version: 1, active: 'x' }],
    ['no object', 'unreadable'],
  ])('%s is forgotten and said so', async (_, kept) => {
    const world = await createWorld()
    const lan = await talkWith(world)
    lan.kept = kept
    const said = await lan.says('chuyển trường')
    expect(said).toContain('không giữ được câu chuyện đang dở')
    expect(said).toContain('2.002854')
    expect(await lan.says('menu')).not.toContain('không giữ được')
  })

  test('of a conversation that does not exist any more is let go', async () => {
    const world = await createWorld()
    const lan = await talkWith(world)
    const since = world.clock.now.toISOString()
    lan.kept = { ...(lan.kept as object), active: { intent: 'gone', state: { step: 'x' }, since } }
    expect(await lan.says('chuyển trường')).toContain('2.002854')
  })

  test('when the search is down, an honest sentence is said and nothing is lost', async () => {
    const world = await createWorld()
    const lan = await talkWith(world)
    await lan.says('Giấy tờ 2.002854')
    await world.service.ctx.search.close()
    expect(await lan.says('mất bằng cấp 3')).toContain('trợ lý gặp lỗi')
    expect(await lan.says('không')).toContain('khuyết tật')
  })
})
