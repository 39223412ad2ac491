import { expect, test } from 'vitest'
import { createWorld } from '../world/world.ts'
import { approvedCampaign, draftSend, ok, piece, readSend, stepSend } from './making-campaigns.ts'

async function office() {
  const world = await createWorld()
  const writer = await world.signIn({ role: 'editor' })
  const boss = await world.signIn({ role: 'publisher' })
  return { world, writer, boss }
}

test('“tháng này” tells what runs, its pieces by number, each with its address and its source', async () => {
  const { world, writer, boss } = await office()
  const pieces = [
    piece({ kind: 'article', title: 'Một cửa là gì', reference: 'article:co-che-mot-cua', onDay: '2026-11-10' }),
    piece({ title: 'Ngày hội một cửa', onDay: '2026-11-28' }),
  ]
  await approvedCampaign(writer, boss, { pieces })
  const hoa = await world.openChat()
  await hoa.says('Tháng này có gì')
  const [list = ''] = await hoa.reply()
  expect(list).toContain('Tháng cải cách hành chính (01/11/2026 – 30/11/2026)')
  expect(list).toContain('1. 10/11/2026 · Một cửa là gì\n2. 28/11/2026 · Ngày hội một cửa')
  await hoa.says('1')
  const [first = ''] = await hoa.reply()
  expect(first).toContain('/cam-nang/co-che-mot-cua')
  expect(first).toContain('Nguồn: Kế hoạch truyền thông của Sở')
  await hoa.says('2')
  expect((await hoa.reply())[0]).toContain('Ngày 28/11/2026, Trung tâm xã')
})

test('a test phone is answered with the very words that everybody will read, and everybody reads them once', async () => {
  const { world, writer, boss } = await office()
  const campaign = await approvedCampaign(writer, boss)
  const [hoa, minh] = [await world.openChat(), await world.openChat({ name: 'Minh' })]
  const draft = await draftSend(writer, campaign)
  await hoa.says(`xem thử ${draft.previewCode}`)
  expect(await hoa.reply()).toEqual([draft.preview])
  ok(await stepSend(boss, await readSend(boss, draft), 'approve'))
  await world.runJob('campaigns.send')
  expect(await minh.reply()).toEqual([draft.preview])
  await world.runJob('campaigns.send')
  expect(await readSend(boss, draft)).toMatchObject({ state: 'sent', outcomes: [{ state: 'sent', people: 2 }] })
  expect(await minh.reply()).toEqual([])
  // The words it names are understood.
  const [, words = ''] = /anh\/chị nhắn: (.+)/.exec(draft.preview) ?? []
  await minh.says(words)
  expect((await minh.reply())[0]).toContain('ngừng nhận tin')
})
