import type { z } from '@hono/zod-openapi'
import { isRight } from '../contests/paper.rules.ts'
import type { Anyone, Ctx, System } from '../ctx.ts'
import { AppError } from '../errors.ts'
import type { From } from '../http/api.ts'
import { findTopic } from './questions.queries.ts'
import { roomLimitsOf } from './room-limits.ts'
import * as queries from './rooms.queries.ts'
import {
  answerTime,
  endOf,
  hashRoomToken,
  isAnswer,
  makePin,
  makeRoomToken,
  nextStanding,
  pickQuestions,
  readNickname,
} from './rooms.rules.ts'
import {
  type JoinedRoom,
  MOST_PLAYERS,
  type OpenedRoom,
  type RoomAnswer,
  type RoomAnswerTaken,
  type RoomEnd,
  type RoomJoin,
  type RoomRemoval,
  type RoomState,
  type RoomStep,
  type RoomWish,
} from './rooms.schemas.ts'
import { showRoom } from './show-room.usecases.ts'

type State = z.input<typeof RoomState>

const MOST_TRIES = 20
const DAY_MS = 24 * 60 * 60_000

export async function openRoom(
  ctx: Ctx<Anyone>,
  { title, topic, questions, secondsEach }: z.output<typeof RoomWish>,
  { address }: From,
): Promise<z.input<typeof OpenedRoom>> {
  const wait = roomLimitsOf(ctx.db).rooms.take(address, ctx.now().getTime())
  if (wait > 0) throw new AppError('room.too_many', { retryAfterSeconds: wait })
  if ((await findTopic(ctx.db, topic)) === undefined) throw new AppError('quiz_topic.not_found')
  const picked = pickQuestions(await queries.listRoomQuestions(ctx.db, topic), questions)
  if (picked.length === 0) throw new AppError('room.no_questions')
  const hostToken = makeRoomToken()
  const now = ctx.now()
  const room = {
    ...{ id: ctx.newId(), hostTokenHash: hashRoomToken(hostToken), title, questions: JSON.stringify(picked) },
    ...{ secondsEach, stage: 'lobby' as const, at: -1, askedAt: null },
    ...{ createdAt: now.toISOString(), endsAt: endOf(now), version: 1 },
  }
  const pin = await ctx.write(async (tx) => {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const pin = makePin()
      if (await queries.insertRoom(tx, { ...room, pin })) return pin
    }
    throw new AppError('room.too_many', { retryAfterSeconds: 60 })
  })
  return { id: room.id, pin, hostToken, questions: picked.length }
}

export async function joinRoom(
  ctx: Ctx<Anyone>,
  { pin, nickname: text }: z.output<typeof RoomJoin>,
  { address }: From,
): Promise<z.input<typeof JoinedRoom>> {
  const { guesses, joins } = roomLimitsOf(ctx.db)
  const now = ctx.now()
  const wait = guesses.take(address, now.getTime()) || joins.take(address, now.getTime())
  if (wait > 0) throw new AppError('room.too_many_guesses', { retryAfterSeconds: wait })
  const room = await queries.findOpenRoom(ctx.db, pin)
  if (room === undefined || room.endsAt <= now.toISOString()) throw new AppError('room.not_found')
  guesses.giveBack(address)
  const read = readNickname(text)
  if ('problem' in read) throw new AppError('room.nickname_refused', { problem: read.problem })
  const playerToken = makeRoomToken()
  const { nickname } = read
  await ctx.write(async (tx) => {
    if ((await queries.countPlayers(tx, room.id)) >= MOST_PLAYERS) throw new AppError('room.full')
    const player = { id: ctx.newId(), roomId: room.id, tokenHash: hashRoomToken(playerToken), nickname }
    if (!(await queries.insertPlayer(tx, { ...player, joinedAt: now.toISOString() })))
      throw new AppError('room.nickname_taken')
    await queries.touchRoom(tx, room.id)
  })
  return { id: room.id, playerToken, nickname, title: room.title }
}

export async function answerInRoom(
  ctx: Ctx<Anyone>,
  id: string,
  { playerToken, at, answer }: z.output<typeof RoomAnswer>,
): Promise<z.input<typeof RoomAnswerTaken>> {
  const now = ctx.now()
  const player = await queries.findPlayer(ctx.db, id, hashRoomToken(playerToken))
  const room = await queries.findRoom(ctx.db, id)
  if (player === undefined || room === undefined) throw new AppError('room.not_found')
  const versionId: string | undefined = JSON.parse(room.questions)[at]
  const question = versionId === undefined ? undefined : await queries.findRoomQuestion(ctx.db, versionId)
  if (versionId === undefined || question === undefined) throw new AppError('room.too_late')
  if (!isAnswer({ kind: question.kind, options: JSON.parse(question.options).length }, answer))
    throw new AppError('request.invalid', { fields: [{ field: 'answer', problem: 'not_an_answer' }] })
  const key = await queries.findRoomKey(ctx.db, versionId)
  if (key === undefined) throw new Error('a version without a key')
  const kept = await ctx.write(async (tx) => {
    // Read again inside the write: the teacher may have gone on meanwhile.
    const current = await queries.findRoom(tx, id)
    const answeredMs = current && answerTime(current, at, now)
    if (answeredMs === undefined) throw new AppError('room.too_late')
    const right = isRight({ kind: question.kind, key: JSON.parse(key.key) }, answer)
    return queries.keepAnswer(tx, {
      ...{ playerId: player.id, at, answer: JSON.stringify(answer) },
      ...{ isRight: right, answeredMs },
    })
  })
  return { at, answer: JSON.parse(kept) }
}

async function openAsHost(ctx: Ctx, id: string, hostToken: string) {
  const room = await queries.findRoom(ctx.db, id)
  if (room === undefined) throw new AppError('room.not_found')
  if (room.hostTokenHash !== hashRoomToken(hostToken)) throw new AppError('room.not_host')
  return room
}

/** The teacher goes on: from the lobby to a question, to its answer, to the next one, to the end. */
export async function advanceRoom(
  ctx: Ctx<Anyone>,
  id: string,
  { hostToken, stage, at }: z.output<typeof RoomStep>,
): Promise<State> {
  const room = await openAsHost(ctx, id, hostToken)
  const next = nextStanding({ stage, at }, JSON.parse(room.questions).length)
  if (next === undefined) throw new AppError('room.moved_on')
  const askedAt = next.stage === 'asking' ? ctx.now().toISOString() : room.askedAt
  await ctx.write(async (tx) => {
    if (!(await queries.moveRoom(tx, { id, stage, at }, { ...next, askedAt }))) throw new AppError('room.moved_on')
  })
  return showRoom(ctx, id, {})
}

export async function endRoom(ctx: Ctx<Anyone>, id: string, { hostToken }: z.output<typeof RoomEnd>): Promise<State> {
  await openAsHost(ctx, id, hostToken)
  await ctx.write((tx) => queries.endRoom(tx, id))
  return showRoom(ctx, id, {})
}

/** A nickname the teacher does not want on the wall; its answers go with it. */
export async function removePlayer(
  ctx: Ctx<Anyone>,
  id: string,
  { hostToken, nickname }: z.output<typeof RoomRemoval>,
): Promise<State> {
  await openAsHost(ctx, id, hostToken)
  await ctx.write(async (tx) => {
    if (await queries.deletePlayer(tx, id, nickname)) await queries.touchRoom(tx, id)
  })
  return showRoom(ctx, id, {})
}

/** Rooms nobody ended give their PINs back; a day later nothing is left of a room. */
export async function closeRooms(ctx: Ctx<System>) {
  const now = ctx.now()
  await ctx.write(async (tx) => {
    await queries.endRoomsBefore(tx, now.toISOString())
    await queries.deleteRoomsBefore(tx, new Date(now.getTime() - DAY_MS).toISOString())
  })
}
