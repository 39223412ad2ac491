import { describe, expect, test } from 'vitest'
import { describeApi } from '../../scripts/contract.ts'
import { createCitizenApi } from '../../src/api/citizen.ts'
import { CITIZEN_WORDS, citizenProblemText, readingProblemText } from '../../src/api/citizen-problem-text.ts'
import type { Platform } from '../../src/zalo/platform.ts'
import { createWorld } from '../world/world.ts'

const LAN = '4047671499938107249'
const NOTICES = { purpose: 'notices', textVersion: 1, isGuardian: false } as const

type World = Awaited<ReturnType<typeof createWorld>>

/** The app on a phone: what it keeps, and how often it asked Zalo who this is. */
function openApp({ url, zalo }: Pick<World, 'url' | 'zalo'>, kind: Platform['kind']) {
  const kept = new Map<string, string>()
  const asked = { times: 0, answers: true }
  const platform: Platform = {
    kind,
    basename: '',
    apiBase: url,
    storage: {
      get: async (key) => kept.get(key) ?? null,
      set: async (key, value) => void kept.set(key, value),
      remove: async (key) => void kept.delete(key),
    },
    getAccessToken: async () => {
      asked.times += 1
      return asked.answers ? zalo.state.mintToken(LAN) : undefined
    },
    getPhoneToken: async () => ({ outcome: 'failed' }),
    copyText: async () => true,
    openOutside: async () => 'opened',
    share: async () => 'shared',
  }
  return { kept, asked, ...createCitizenApi(platform) }
}

describe('the app on a citizen’s phone', () => {
  test('asks Zalo who this is when the person acts and not before, once, and keeps the session', async () => {
    const world = await createWorld()
    const app = openApp(world, 'zalo')
    expect([app.asked.times, app.kept.size]).toEqual([0, 0])
    const replies = await Promise.all(
      Array.from({ length: 5 }, () => app.client.POST('/api/me/consents', { body: NOTICES })),
    )
    expect(replies.map(({ response }) => response.status)).toEqual(Array(5).fill(200))
    expect((await app.client.GET('/api/session')).data).toMatchObject({ via: 'zalo' })
    expect([app.asked.times, [...app.kept.keys()]]).toEqual([1, ['citizen-session']])
  })

  test('in a browser is a device, and Zalo is not asked', async () => {
    const app = openApp(await createWorld(), 'browser')
    expect((await app.client.GET('/api/session')).data).toMatchObject({ via: 'device' })
    expect(app.asked.times).toBe(0)
  })

  test('opens a session anew when it is over, and what was written is sent with it', async () => {
    const world = await createWorld()
    const app = openApp(world, 'zalo')
    await app.client.GET('/api/session')
    world.clock.now = new Date(world.clock.now.getTime() + 31 * 24 * 60 * 60_000)
    const { data } = await app.client.POST('/api/me/consents', { body: NOTICES })
    expect(data?.items.filter(({ isGranted }) => isGranted).map(({ purpose }) => purpose)).toEqual(['notices'])
    expect(app.asked.times).toBe(2)
    await app.forget()
    expect(app.kept.size).toBe(0)
  })

  test('tries once more and no further', async () => {
    const world = await createWorld()
    const app = openApp(world, 'zalo')
    await app.client.GET('/api/session')
    app.kept.set('citizen-session', 'ctz_never')
    world.zalo.state.setFault({ endpoint: 'me', fault: 'server_error' })
    const { error } = await app.client.GET('/api/session')
    expect(error).toMatchObject({ code: 'zalo.unreachable' })
    expect(app.asked.times).toBe(2)
  })

  test('is told apart: Zalo refuses, Zalo is silent, the service cannot be reached', async () => {
    const world = await createWorld()
    const app = openApp(world, 'zalo')
    world.zalo.state.setFault({ endpoint: 'me', fault: 'busy', times: 1 })
    const refused = await app.client.GET('/api/session')
    app.asked.answers = false
    const silent = await app.client.GET('/api/session')
    app.asked.answers = true
    await world.stop()
    const away = await openApp(world, 'browser').client.GET('/api/session')
    expect([refused, silent, away].map(({ error }) => error)).toMatchObject([
      { code: 'zalo.token_refused' },
      { code: 'app.zalo_silent' },
      { code: 'app.unsent' },
    ])
  })
})

describe('the words for what a citizen meets', () => {
  const operations = Object.values(describeApi().document.paths ?? {}).flatMap((path) => [
    path.get,
    path.post,
    path.put,
    path.delete,
  ])
  const told = operations
    .flatMap((operation) => Object.values(operation?.responses ?? {}))
    .flatMap((reply) => ('description' in reply ? reply.description.split(', ') : []))
    .filter((code) =>
      /^(citizen|zalo|consent|feedback|report|idempotency|file|pdf|image|quiz_topic|room|contest|round|attempt|guardian|result|answers|complaint|certificate)\./.test(
        code,
      ),
    )

  test('every problem of a session, of Zalo, of consent, of reports, of contests and of rooms has a sentence of its own', () => {
    const codes = [...new Set(told)]
    expect(codes.length).toBeGreaterThan(7)
    expect(codes.filter((code) => (CITIZEN_WORDS[code] ?? '').length < 20)).toEqual([])
    const sentences = Object.values(CITIZEN_WORDS)
    expect(new Set(sentences).size).toBe(sentences.length)
  })

  test('who has to wait is told for how many minutes', () => {
    const waiting = { code: 'feedback.too_many', retryAfterSeconds: 241 }
    expect(citizenProblemText(waiting)).toMatch(/chờ 5 phút/)
  })

  test('what was only to be read does not speak of sending', () => {
    expect(readingProblemText({ code: 'app.unsent' })).toMatch(/^Chưa tải được/)
    expect(readingProblemText({ code: 'report.not_found' })).toBe(CITIZEN_WORDS['report.not_found'])
  })

  test('any other has the one that everybody reads', () => {
    expect(citizenProblemText({ code: 'storage.busy' })).toMatch(/Máy chủ đang bận/)
  })
})
