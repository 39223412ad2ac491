import { expect } from 'vitest'
import { createWorld } from '../world/world.ts'
import { type Contest, makeContest, type Person, takePart } from './world-contest.ts'

export type World = Awaited<ReturnType<typeof createWorld>>
export type Page = {
  result: {
    state: string
    number: number
    drawSeed: string | null
    entrants: number
    allCorrect: number
    notices: { text: string }[]
    versions: { number: number; state: string }[]
  }
  people: number
  items: { rank: number; publicName: string; score: number; distance: number | null }[]
}
export type Own = {
  standing: {
    rank: number
    people: number
    above: { key: string; people: number }[]
    sharedWith: number
    below: number
  } | null
  certificate: { code: string } | null
}

export const PEOPLE: Person[] = [
  { publicName: 'N. V. A. – THPT X', papers: [{ right: 10, prediction: 4, begun: 30 }] },
  { publicName: 'Trần Thị Bình', papers: [{ right: 10, prediction: 3, begun: 10 }] },
  { publicName: 'Lê Văn Chi', papers: [{ right: 10, prediction: 3, begun: 20 }] },
  { publicName: 'Phạm Dung', papers: [{ right: 7, prediction: 3 }] },
  { publicName: 'Ban tổ chức', status: 'practice', papers: [{ right: 10, prediction: 3 }] },
  { publicName: 'Hai tài khoản', status: 'held', papers: [{ right: 10, prediction: 3 }] },
  { publicName: 'Bỏ trống', papers: [{ state: 'expired_empty' }] },
]

export async function closedContest(wish: Parameters<typeof makeContest>[1] = {}) {
  const world = await createWorld()
  const contest = await makeContest(world, wish)
  await takePart(world, contest, PEOPLE)
  return { world, contest }
}

export const listed = async (world: World, { slug }: Contest, rest = '') =>
  world.getJson<Page>(`/api/contests/${slug}/results${rest}`)
export const names = ({ items }: Page) => items.map(({ rank, publicName }) => `${rank} ${publicName}`)
export const admin = (contest: Contest, rest: string) => `/admin/api/contests/${contest.id}/rounds/1/${rest}`

/** The days of dispute are over, and so are sessions of staff. */
export async function signInLater(world: World) {
  world.clock.now = new Date('2026-11-27T02:00:00Z')
  return world.signIn()
}

export async function makeOfficial(world: World, contest: Contest) {
  await world.runJob('contests.results')
  expect((await (await world.signIn()).post(admin(contest, 'complaint-window'))).status).toBe(200)
  const boss = await signInLater(world)
  expect((await boss.post(admin(contest, 'official'))).status).toBe(200)
  await world.runJob('contests.certificates')
  return boss
}
