import { expect, test } from 'vitest'
import { createWorld } from '../world/world.ts'

type World = Awaited<ReturnType<typeof createWorld>>
type Opened = { id: string; pin: string; hostToken: string; questions: number }
type Joined = { id: string; playerToken: string; nickname: string }
type Room = {
  stage: string
  at: number
  of: number
  question: { text: string; options: string[] } | null
  closesAt: string | null
  players: { nickname: string; points: number; rank: number }[]
  shown: { key: number[]; explanation: string; counts: number[]; right: number } | null
}
type State = { version: number; answered: number; room: Room | null }

/** A class in front of a projector: everything goes through the door, from an address of its own. */
async function openClass(world: World, more: object = {}) {
  async function post<T>(path: string, body: object, address = '203.0.113.7') {
    const headers = { 'content-type': 'application/json', 'x-forwarded-for': address }
    const response = await world.get(path, { method: 'POST', headers, body: JSON.stringify(body) })
    return { status: response.status, body: (await response.json()) as T & { code?: string } }
  }
  const wish = { title: 'Lớp 9A', topic: 'day-them', questions: 2, secondsEach: 20, ...more }
  const { body: room } = await post<Opened>('/api/rooms', wish)
  const look = (since?: number) =>
    world.getJson<State>(`/api/rooms/${room.id}${since === undefined ? '' : `?since=${since}`}`)
  async function see() {
    const state = await look()
    if (state.room === null) throw new Error('nothing was asked for')
    return state.room
  }
  return {
    ...{ post, room, look, see },
    join: (nickname: string, pin = room.pin, address?: string) =>
      post<Joined>('/api/rooms/players', { pin, nickname }, address),
    async goOn(hostToken = room.hostToken) {
      const { stage, at } = await see()
      return post<State>(`/api/rooms/${room.id}/advance`, { hostToken, stage, at })
    },
    answer: ({ playerToken }: Joined, at: number, answer: number[]) =>
      post<{ at: number; answer: number[] }>(`/api/rooms/${room.id}/answers`, { playerToken, at, answer }),
  }
}

const later = (world: World, ms: number) => {
  world.clock.now = new Date(world.clock.now.getTime() + ms)
}

test('forty phones answer together; the key leaves when the teacher shows it and not before', async () => {
  const world = await createWorld()
  const practice = await world.getJson<{ questions: { text: string; key: number[] }[] }>('/api/quizzes/topics/day-them')
  const room = await openClass(world)
  expect(room.room).toMatchObject({ questions: 2, pin: expect.stringMatching(/^\d{6}$/) })
  const joined = await Promise.all(Array.from({ length: 40 }, (_, at) => room.join(`Bạn ${at + 1}`)))
  expect(new Set(joined.map(({ status }) => status))).toEqual(new Set([201]))
  expect((await room.see()).players).toHaveLength(40)
  const tokens = new Set(joined.map(({ body }) => body.playerToken))
  expect(tokens.size).toBe(40)

  await room.goOn()
  const asking = await room.see()
  expect(asking).toMatchObject({ stage: 'asking', at: 0, shown: null })
  const key = practice.questions.find(({ text }) => text === asking.question?.text)?.key ?? []
  const wrong = [(key[0] ?? 0) === 0 ? 1 : 0]
  later(world, 5_000)
  const [first, second] = joined.map(({ body }) => body)
  if (first === undefined || second === undefined) throw new Error('nobody came')
  const right = await room.answer(first, 0, key)
  const missed = await room.answer(second, 0, wrong)
  expect([right.body, missed.body]).toEqual([
    { at: 0, answer: key },
    { at: 0, answer: wrong },
  ])
  later(world, 5_000)
  await Promise.all(joined.slice(2).map(({ body }) => room.answer(body, 0, key)))
  const before = await room.look()
  expect(before.answered).toBe(40)
  expect(before.room).toEqual(asking)
  expect(JSON.stringify(before)).not.toContain('explanation')

  await room.goOn()
  const showing = await room.see()
  const counts = [0, 0, 0, 0]
  counts[key[0] ?? 0] = 39
  counts[wrong[0] ?? 0] = 1
  expect(showing).toMatchObject({ stage: 'showing', closesAt: null, shown: { key, counts, right: 39 } })
  expect(showing.players[0]).toEqual({ nickname: 'Bạn 1', points: 875, rank: 1 })
  expect(showing.players[1]).toMatchObject({ points: 750, rank: 2 })
  expect(showing.players[38]).toMatchObject({ points: 750, rank: 2 })
  expect(showing.players[39]).toEqual({ nickname: 'Bạn 2', points: 0, rank: 40 })

  await room.goOn()
  expect(await room.see()).toMatchObject({ stage: 'asking', at: 1, shown: null })
  await room.goOn()
  await room.goOn()
  expect(await room.see()).toMatchObject({ stage: 'ended', question: null, shown: null })
  expect((await room.see()).players[0]).toEqual({ nickname: 'Bạn 1', points: 875, rank: 1 })
  expect((await room.goOn()).body.code).toBe('room.moved_on')
})

test('of two answers the first counts, and one for another question or after the time is refused', async () => {
  const world = await createWorld()
  const room = await openClass(world)
  const { body: lan } = await room.join('Lan')
  const { body: mai } = await room.join('Mai')
  expect((await room.answer(lan, 0, [0])).body.code).toBe('room.too_late')
  await room.goOn()
  expect((await room.answer(lan, 0, [2])).body).toEqual({ at: 0, answer: [2] })
  expect((await room.answer(lan, 0, [3])).body).toEqual({ at: 0, answer: [2] })
  expect((await room.answer(lan, 1, [0])).body.code).toBe('room.too_late')
  expect((await room.answer(lan, 9, [0])).body.code).toBe('room.too_late')
  for (const nonsense of [[0, 1], [7]]) expect((await room.answer(mai, 0, nonsense)).status).toBe(400)
  later(world, 21_001)
  expect((await room.answer(mai, 0, [1])).body.code).toBe('room.too_late')
  await room.goOn()
  const { shown } = await room.see()
  expect(shown?.counts).toEqual([0, 0, 1, 0])
  expect((await room.answer(mai, 0, [1])).body.code).toBe('room.too_late')
})

test('only who opened the room goes on with it, and a second press does not skip a question', async () => {
  const world = await createWorld()
  const room = await openClass(world)
  const { body: lan } = await room.join('Lan')
  expect((await room.goOn(lan.playerToken)).body.code).toBe('room.not_host')
  const pressed = { hostToken: room.room.hostToken, stage: 'lobby', at: -1 }
  const path = `/api/rooms/${room.room.id}/advance`
  const both = await Promise.all([room.post(path, pressed), room.post(path, pressed)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  expect(await room.see()).toMatchObject({ stage: 'asking', at: 0 })
  const other = await openClass(world)
  expect((await other.answer(lan, 0, [0])).body.code).toBe('room.not_found')
  const foreign = { hostToken: other.room.hostToken }
  expect((await room.post(`/api/rooms/${room.room.id}/end`, foreign)).body.code).toBe('room.not_host')
  const removal = { ...foreign, nickname: 'Lan' }
  expect((await room.post(`/api/rooms/${room.room.id}/removals`, removal)).body.code).toBe('room.not_host')
})

test('a phone that has seen it all is told so in a few bytes, and hears of the next step', async () => {
  const world = await createWorld()
  const room = await openClass(world)
  const { version } = await room.look()
  const same = await room.look(version)
  expect(same).toEqual({ version, now: world.clock.now.toISOString(), answered: 0, room: null })
  expect(JSON.stringify(same).length).toBeLessThan(100)
  await room.goOn()
  expect((await room.look(version)).room).toMatchObject({ stage: 'asking' })
})

test('nicknames are one each, short and decent, and the teacher may take one off the wall', async () => {
  const world = await createWorld()
  const room = await openClass(world)
  const refused = ['', ' a ', 'x'.repeat(21), 'Đ.ị.t', 'con lồn', 'ĐM', 'd i t m e', 'ngu', 'con-lon', '<>']
  for (const nickname of refused)
    expect([nickname, (await room.join(nickname)).body.code]).toEqual([nickname, 'room.nickname_refused'])
  for (const nickname of ['Lan Cao', 'Buổi sáng', 'Các bạn lớp 9', 'Ngữ', 'Lớn', 'Đam mê', 'Dư Mai'])
    expect([nickname, (await room.join(nickname)).status]).toEqual([nickname, 201])
  expect((await room.join('Lan  Cao!')).body.code).toBe('room.nickname_taken')
  const removal = { hostToken: room.room.hostToken, nickname: 'Lớn' }
  await room.post(`/api/rooms/${room.room.id}/removals`, removal)
  expect((await room.see()).players.map(({ nickname }) => nickname)).not.toContain('Lớn')
})

test('the sixty-first finds the room full', async () => {
  const world = await createWorld()
  const room = await openClass(world)
  const joined = await Promise.all(Array.from({ length: 61 }, (_, at) => room.join(`Bạn ${at}`)))
  expect(joined.filter(({ status }) => status === 201)).toHaveLength(60)
  expect(joined.find(({ status }) => status !== 201)?.body.code).toBe('room.full')
})

test('who guesses PINs is stopped, while a class behind one address is not', async () => {
  const world = await createWorld()
  const room = await openClass(world)
  for (let at = 0; at < 45; at += 1) expect((await room.join(`Bạn ${at}`)).status).toBe(201)
  const wrong = room.room.pin === '000000' ? '000001' : '000000'
  const codes = []
  for (let at = 0; at < 32; at += 1) codes.push((await room.join('Lan', wrong, '198.51.100.9')).body.code)
  expect(codes.slice(29)).toEqual(['room.not_found', 'room.too_many_guesses', 'room.too_many_guesses'])
  expect((await room.join('Lan', room.room.pin, '198.51.100.9')).status).toBe(429)
  expect((await room.join('Lan')).status).toBe(201)
})

test('a room nobody ended closes by itself, and a day later nothing is left of it', async () => {
  const world = await createWorld()
  const room = await openClass(world)
  await room.join('Lan')
  later(world, 4 * 60 * 60_000 + 1)
  expect((await room.join('Mai')).body.code).toBe('room.not_found')
  await world.runJob('quizzes.close-rooms')
  expect(await room.see()).toMatchObject({ stage: 'ended', players: [{ nickname: 'Lan' }] })
  later(world, 24 * 60 * 60_000)
  await world.runJob('quizzes.close-rooms')
  expect((await world.get(`/api/rooms/${room.room.id}`)).status).toBe(404)
  const kept = await world.service.ctx.db.values<[number]>('SELECT count(*) FROM room_players')
  expect(kept[0]).toEqual([0])
})

test('a room asks as many questions as its topic has, and none of a topic nobody knows', async () => {
  const world = await createWorld()
  expect((await openClass(world, { questions: 30 })).room.questions).toBe(3)
  const unknown = await openClass(world, { topic: 'khong-co' })
  expect(unknown.room).toMatchObject({ code: 'quiz_topic.not_found' })
})
