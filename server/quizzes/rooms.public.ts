import { z } from '@hono/zod-openapi'
import type { Api } from '../http/api.ts'
import { route } from '../http/route.ts'
import {
  JoinedRoom,
  OpenedRoom,
  RoomAnswer,
  RoomAnswerTaken,
  RoomEnd,
  RoomId,
  RoomJoin,
  RoomQuery,
  RoomRemoval,
  RoomState,
  RoomStep,
  RoomWish,
} from './rooms.schemas.ts'
import { advanceRoom, answerInRoom, endRoom, joinRoom, openRoom, removePlayer } from './rooms.usecases.ts'
import { showRoom } from './show-room.usecases.ts'

const anyone = { access: 'anyone' } as const
const inRoom = { ...anyone, params: z.object({ id: RoomId }) } as const
const byHost = { ...inRoom, reply: RoomState } as const

const open = route('POST /api/rooms', {
  ...anyone,
  summary: 'A teacher opens a room for a class',
  body: RoomWish,
  reply: OpenedRoom,
  status: 201,
  problems: ['room.too_many', 'room.no_questions', 'quiz_topic.not_found'],
})
const join = route('POST /api/rooms/players', {
  ...anyone,
  summary: 'Join a room by its PIN, under a nickname',
  body: RoomJoin,
  reply: JoinedRoom,
  status: 201,
  problems: ['room.not_found', 'room.full', 'room.nickname_refused', 'room.nickname_taken', 'room.too_many_guesses'],
})
const state = route('GET /api/rooms/{id}', {
  ...inRoom,
  summary: 'The room as everybody in it sees it; next to nothing when it is as it was at `since`',
  query: RoomQuery,
  reply: RoomState,
  problems: ['room.not_found'],
})
const answer = route('POST /api/rooms/{id}/answers', {
  ...inRoom,
  summary: 'Answer the question on the screen; the first answer counts',
  body: RoomAnswer,
  reply: RoomAnswerTaken,
  problems: ['room.not_found', 'room.too_late'],
})
const advance = route('POST /api/rooms/{id}/advance', {
  ...byHost,
  summary: 'The teacher goes on',
  body: RoomStep,
  problems: ['room.not_found', 'room.not_host', 'room.moved_on'],
})
const end = route('POST /api/rooms/{id}/end', {
  ...byHost,
  summary: 'The teacher ends the room',
  body: RoomEnd,
  problems: ['room.not_found', 'room.not_host'],
})
const remove = route('POST /api/rooms/{id}/removals', {
  ...byHost,
  summary: 'The teacher takes a nickname out of the room',
  body: RoomRemoval,
  problems: ['room.not_found', 'room.not_host'],
})

export function roomDoors(api: Api) {
  api.serve(open, (ctx, { body }, from) => openRoom(ctx, body, from))
  api.serve(join, (ctx, { body }, from) => joinRoom(ctx, body, from))
  api.serve(state, (ctx, { params, query }) => showRoom(ctx, params.id, query))
  api.serve(answer, (ctx, { params, body }) => answerInRoom(ctx, params.id, body))
  api.serve(advance, (ctx, { params, body }) => advanceRoom(ctx, params.id, body))
  api.serve(end, (ctx, { params, body }) => endRoom(ctx, params.id, body))
  api.serve(remove, (ctx, { params, body }) => removePlayer(ctx, params.id, body))
}
