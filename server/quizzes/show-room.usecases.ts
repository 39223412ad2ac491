import type { z } from '@hono/zod-openapi'
import type { Ctx } from '../ctx.ts'
import type { Db } from '../db/database.ts'
import { AppError } from '../errors.ts'
import * as queries from './rooms.queries.ts'
import { closesAt, countChoices, pointsOf, rankPlayers } from './rooms.rules.ts'
import type { RoomQuery, RoomState, RoomView } from './rooms.schemas.ts'

type View = z.input<typeof RoomView>

const MOST_KEPT = 200
const kept = new WeakMap<Db, Map<string, { version: number; view: View }>>()

/** What everybody in the room sees. A phone that has seen this version already is told so and nothing more. */
export async function showRoom(
  ctx: Ctx,
  id: string,
  { since }: z.output<typeof RoomQuery>,
): Promise<z.input<typeof RoomState>> {
  const room = await queries.findRoom(ctx.db, id)
  if (room === undefined) throw new AppError('room.not_found')
  const answered = room.stage === 'asking' ? await queries.countAnswers(ctx.db, id, room.at) : 0
  const state = { version: room.version, now: ctx.now().toISOString(), answered }
  return since === room.version ? { ...state, room: null } : { ...state, room: await keptView(ctx, room) }
}

/** Made once for each version: forty phones ask for it in the same second. */
async function keptView(ctx: Ctx, room: queries.RoomRow): Promise<View> {
  const views = kept.get(ctx.db) ?? new Map<string, { version: number; view: View }>()
  kept.set(ctx.db, views)
  const known = views.get(room.id)
  if (known?.version === room.version) return known.view
  const view = await viewOf(ctx, room)
  views.delete(room.id)
  views.set(room.id, { version: room.version, view })
  const [oldest] = views.keys()
  if (oldest !== undefined && views.size > MOST_KEPT) views.delete(oldest)
  return view
}

async function viewOf(ctx: Ctx, room: queries.RoomRow): Promise<View> {
  const versionIds: string[] = JSON.parse(room.questions)
  const versionId = room.stage === 'lobby' || room.stage === 'ended' ? undefined : versionIds[room.at]
  const question = versionId === undefined ? undefined : await queries.findRoomQuestion(ctx.db, versionId)
  const answers = await queries.listRoomAnswers(ctx.db, room.id)
  // Points of the question on the screen would tell who is right before the key is shown.
  const told = room.stage === 'asking' ? answers.filter(({ at }) => at < room.at) : answers
  const players = (await queries.listPlayers(ctx.db, room.id)).map(({ id, nickname }) => ({
    nickname,
    points: told
      .filter(({ playerId }) => playerId === id)
      .reduce((sum, answer) => sum + pointsOf(answer, room.secondsEach), 0),
  }))
  const { pin, title, stage, at, secondsEach } = room
  const options: string[] = question === undefined ? [] : JSON.parse(question.options)
  return {
    ...{ pin, title, stage, at, of: versionIds.length, secondsEach },
    question: question === undefined ? null : { kind: question.kind, text: question.text, options },
    closesAt: closesAt(room),
    players: rankPlayers(players),
    shown:
      stage === 'showing' && versionId !== undefined && question !== undefined
        ? await showAnswer(ctx, { versionId, kind: question.kind, options: options.length }, ofQuestion(answers, at))
        : null,
  }
}

type RoomAnswers = Awaited<ReturnType<typeof queries.listRoomAnswers>>
const ofQuestion = (answers: RoomAnswers, at: number) => answers.filter((answer) => answer.at === at)

async function showAnswer(
  ctx: Ctx,
  { versionId, kind, options }: { versionId: string; kind: string; options: number },
  answers: RoomAnswers,
): Promise<View['shown']> {
  const key = await queries.findRoomKey(ctx.db, versionId)
  if (key === undefined) throw new Error('a version without a key')
  return {
    key: JSON.parse(key.key),
    explanation: key.explanation,
    counts: countChoices(
      kind,
      options,
      answers.map(({ answer }) => JSON.parse(answer)),
    ),
    right: answers.filter((answer) => answer.isRight).length,
  }
}
