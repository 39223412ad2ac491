import { expect } from 'vitest'
import { contestEntries, contestMembers } from '../../server/contests/contests.table.ts'
import { codeMark, sealPerson } from '../../server/contests/member.ts'
import type { openPhone } from '../world/citizens.ts'
import { createWorld } from '../world/world.ts'
import { type MadeWish, makeContest, SLUG } from './made-contest.ts'

export type World = Awaited<ReturnType<typeof createWorld>>
export type Phone = ReturnType<typeof openPhone>
export type Paper = {
  attemptId: string
  token: string
  number: number
  questions: { kind: string; text: string; options: string[] }[]
  startedAt: string
  deadlineAt: string
  now: string
  saved: { seq: number; sheet: number[][]; prediction: number | null }
}
export type Saved = { seq: number; savedAt: string }

const NOBODY_ELSE = { name: 'Ai đó', phone: '84912345678', oaUserId: '7301240951022634000' }
export const START = `/api/contests/${SLUG}/rounds/1/attempts`
export const NEW_ENTRY = {
  ...{ blockId: 'can-bo', name: 'Nguyễn Thị Lan', bornOn: '1990-05-20', unitId: null, code: null },
  ...{ consentVersion: 1, showsName: false },
}

/** A world with a contest whose round opened at 02:00 and closes at 05:00. */
export async function openContest(wish: MadeWish = {}) {
  const world = await createWorld()
  const contest = await makeContest(world.service.ctx, wish)
  return { world, contest }
}

/** Somebody known to Zalo; the same id is the same person on another phone. */
export async function openAs(world: World, zaloId: string): Promise<Phone> {
  const { state } = world.zalo
  state.addPerson({ ...NOBODY_ELSE, id: zaloId })
  const phone = world.openPhone()
  const { status } = await phone.signIn({ zaloAccessToken: state.mintToken(zaloId) })
  expect(status).toBe(201)
  return phone
}

let people = 0
/** Somebody new who has entered. */
export async function enterAsNew(world: World, change: object = {}) {
  people += 1
  const zaloId = `40476714999381${String(people).padStart(5, '0')}`
  const phone = await openAs(world, zaloId)
  const entered = await phone.post(`/api/contests/${SLUG}/entry`, { ...NEW_ENTRY, ...change })
  expect(entered).toMatchObject({ status: 201 })
  return Object.assign(phone, { zaloId })
}

export async function begin(phone: Phone): Promise<Paper> {
  const begun = await phone.post<Paper>(START)
  expect([begun.status, begun.body]).toMatchObject([201, { number: expect.any(Number) }])
  return begun.body
}

/** The whole sheet, as a phone sends it. */
export function save(phone: Phone, { attemptId, token }: Pick<Paper, 'attemptId' | 'token'>, sheet: object) {
  const headers = { authorization: `Attempt ${token}` }
  return phone.call<Saved & { code?: string }>(
    'PUT',
    `/api/attempts/${attemptId}/sheet`,
    { prediction: null, ...sheet },
    headers,
  )
}

export function submit(phone: Phone, { attemptId, token }: Pick<Paper, 'attemptId' | 'token'>) {
  const headers = { authorization: `Attempt ${token}` }
  return phone.call<{ code?: string; score?: number | null }>(
    'POST',
    `/api/attempts/${attemptId}/submission`,
    undefined,
    headers,
  )
}

/** As many answers from the first on, all with the first option. */
export function answered(paper: Paper, count: number): number[][] {
  return paper.questions.map((_, at) => (at < count ? [0] : []))
}

export function later(world: World, minutes: number) {
  world.clock.now = new Date(world.clock.now.getTime() + minutes * 60_000)
}

export async function attemptRows(world: World) {
  return world.service.ctx.db.values(
    'SELECT number, state, sheet, sheet_seq, (deadline_ms - started_ms) / 60000, submitted_ms - deadline_ms, score FROM contest_attempts ORDER BY started_ms, number',
  )
}

export async function addMember(
  world: World,
  contestId: string,
  wish: { code: string; isOrganiser?: boolean; unitId?: string },
) {
  const { service } = world
  const id = service.ctx.newId()
  const { code, isOrganiser = false, unitId = 'so-gddt' } = wish
  await service.ctx.write(async (tx) => {
    await tx.insert(contestMembers).values({
      ...{ id, contestId, unitId, blockId: 'can-bo', codeMark: codeMark(service.ctx, contestId, code), isOrganiser },
      ...{ sealed: sealPerson(service.ctx, id, { name: 'Lê Văn Hùng', code }), addedAt: '2026-11-20T02:00:00.000Z' },
    })
  })
}

export async function entryStatuses(world: World) {
  const rows = await world.service.ctx.db.select({ status: contestEntries.status }).from(contestEntries)
  return rows.map(({ status }) => status).sort()
}
