import { describe, expect, test } from 'vitest'
import { PURPOSES } from '../../server/privacy/purposes.ts'
import { type Draft, findProblems, isBegun, newDraft, toReport, writePhone } from '../../src/features/feedback/draft.ts'
import { createDraftStore } from '../../src/features/feedback/draft-store.ts'
import { formatCode, tidyReportCode } from '../../src/features/feedback/words.ts'
import { createWorld } from '../world/world.ts'

function aDevice() {
  const kept = new Map<string, string>()
  return {
    get: async (key: string) => kept.get(key) ?? null,
    set: async (key: string, value: string) => void kept.set(key, value),
    remove: async (key: string) => void kept.delete(key),
    kept,
  }
}

const whole: Partial<Draft> = {
  ...{
    kind: 'handling',
    categoryId: 'ho-so-cham',
    content: 'Hồ sơ đã quá hẹn mười ngày.',
    agreedTo: PURPOSES['feedback.handling'].textVersion,
  },
  ...{ name: 'Trần Thị Mai', address: 'Xã Số Một', phone: '0912 345 678' },
}
const draftOf = (part: Partial<Draft> = {}): Draft => ({ ...newDraft(), ...whole, ...part })
const missing = (part: Partial<Draft>) => findProblems(draftOf(part)).map(({ step, field }) => `${step} ${field}`)

describe('what is being written', () => {
  test('is there again after the app was closed, with the key it will be sent under', async () => {
    const device = aDevice()
    const store = createDraftStore(device)
    await store.change({ content: 'Chờ' })
    await store.change({ content: 'Chờ lâu', kind: 'handling' })
    const again = createDraftStore(device)
    await device.get('')
    expect(again.current()).toEqual(store.current())
    expect(again.current()).toMatchObject({ content: 'Chờ lâu', kind: 'handling' })
    await again.clear()
    expect([device.kept.size, isBegun(again.current() ?? newDraft())]).toEqual([0, false])
    expect(again.current()?.requestKey).not.toBe(store.current()?.requestKey)
  })

  test('by an older app, or damaged, loses no more than it must', async () => {
    const device = aDevice()
    device.kept.set('feedback-draft', '{"content":"Cũ"}')
    const store = createDraftStore(device)
    await device.get('')
    expect(store.current()).toMatchObject({ content: 'Cũ', files: [], isUnder16: false })
    device.kept.set('feedback-draft', '{"content":')
    const damaged = createDraftStore(device)
    await device.get('')
    expect(isBegun(damaged.current() ?? draftOf())).toBe(false)
  })
})

describe('what still stands in the way of sending', () => {
  test.each<[Partial<Draft>, string[]]>([
    [{}, []],
    [{ kind: null }, ['loai loai-praise']],
    [{ kind: 'legal' }, ['loai loai-praise']],
    [{ content: ' ngắn quá ' }, ['noi-dung chuyen-gi']],
    [{ name: '', address: '', phone: '' }, ['nguoi-gui ho-ten', 'nguoi-gui dia-chi', 'nguoi-gui dien-thoai']],
    [{ name: '', address: '', phone: '', kind: 'praise' }, []],
    [{ name: 'Mai', address: '', phone: '', kind: 'praise' }, ['nguoi-gui dia-chi', 'nguoi-gui dien-thoai']],
    [{ phone: '', email: 'mai@vidu.vn' }, []],
    [{ phone: '', email: 'mai' }, ['nguoi-gui email']],
    [{ phone: '12345' }, ['nguoi-gui dien-thoai']],
    [{ isUnder16: true }, ['nguoi-gui giam-ho', 'nguoi-gui giam-ho-dien-thoai']],
    [{ isUnder16: true, guardianName: 'Trần Văn Ba', guardianPhone: '+84 912 345 679' }, []],
    [{ agreedTo: null }, ['dong-y dong-y']],
  ])('%j: %j', (part, problems) => {
    expect(missing(part)).toEqual(problems)
  })

  test('what has no problems here has none at the service, and the other way round', async () => {
    const world = await createWorld()
    const phone = world.openPhone()
    await phone.signIn()
    const sent = await Promise.all(
      [{}, { kind: 'praise', name: '', address: '', phone: '' } as const, { email: 'mai@vidu.vn', phone: '' }].map(
        async (part) => (await phone.post('/api/feedback', toReport(draftOf(part)))).status,
      ),
    )
    expect(sent).toEqual([201, 201, 201])
    for (const part of [{ content: 'ngắn' }, { name: '' }, { phone: '12345' }, { phone: '', email: 'mai' }])
      expect((await phone.post('/api/feedback', toReport(draftOf(part)))).status).toBe(400)
  })
})

test('a code is written in groups and read however it was typed; a number as people write it', () => {
  expect(formatCode('PA23456789')).toBe('PA 2345 6789')
  expect(['pa 2345-6789', 'PA2345 6789'].map(tidyReportCode)).toEqual(['PA23456789', 'PA23456789'])
  expect(['+84912345678', '0912345678', 'lạ'].map(writePhone)).toEqual(['0912 345 678', '0912 345 678', 'lạ'])
})
