import { createHash, randomBytes, randomInt } from 'node:crypto'
import { fold } from '../search/vietnamese-text.ts'
import { LONGEST_NICKNAME, type RoomStage } from './rooms.schemas.ts'

const SHORTEST_NICKNAME = 2
/** A room is over after this, whether or not its teacher has ended it. */
const LASTS_MS = 4 * 60 * 60_000
/** What an answer may need on its way. */
const LATE_MS = 1_000
const FULL_POINTS = 1_000

/** 256 bits: nobody guesses it. */
export const makeRoomToken = () => `room_${randomBytes(32).toString('base64url')}`
export const hashRoomToken = (token: string) => createHash('sha256').update(token).digest('base64url')
export const makePin = () => String(randomInt(1_000_000)).padStart(6, '0')

export const endOf = (now: Date) => new Date(now.getTime() + LASTS_MS).toISOString()

type Standing = { stage: RoomStage; at: number }

/** What comes after, when the teacher goes on; nothing comes after the end. */
export function nextStanding({ stage, at }: Standing, of: number): Standing | undefined {
  if (stage === 'ended') return undefined
  if (stage === 'asking') return { stage: 'showing', at }
  return at + 1 < of ? { stage: 'asking', at: at + 1 } : { stage: 'ended', at }
}

type Asked = { stage: RoomStage; at: number; askedAt: string | null; secondsEach: number }

export function closesAt({ stage, askedAt, secondsEach }: Asked): string | null {
  if (stage !== 'asking' || askedAt === null) return null
  return new Date(Date.parse(askedAt) + secondsEach * 1_000).toISOString()
}

/** Milliseconds an answer took, or nothing when it comes too late or for another question. */
export function answerTime(room: Asked, at: number, now: Date): number | undefined {
  if (room.stage !== 'asking' || room.at !== at || room.askedAt === null) return undefined
  const limit = room.secondsEach * 1_000
  const taken = now.getTime() - Date.parse(room.askedAt)
  return taken > limit + LATE_MS ? undefined : Math.max(0, Math.min(taken, limit))
}

/** A right answer is 1000 points at once and 500 at the last moment, so that the slowest right one is no wrong one. */
export function pointsOf({ isRight, answeredMs }: { isRight: boolean; answeredMs: number }, secondsEach: number) {
  if (!isRight) return 0
  return Math.round(FULL_POINTS - (FULL_POINTS / 2) * (answeredMs / (secondsEach * 1_000)))
}

/** Most points first; who has as many shares a rank, and the next one's counts them all (1, 1, 3). */
export function rankPlayers<T extends { nickname: string; points: number }>(players: T[]) {
  const sorted = [...players].sort((a, b) => b.points - a.points || a.nickname.localeCompare(b.nickname, 'vi'))
  return sorted.map((player) => ({
    ...player,
    rank: sorted.findIndex(({ points }) => points === player.points) + 1,
  }))
}

/** How often each option was chosen; an order is not counted option by option. */
export function countChoices(kind: string, options: number, answers: number[][]): number[] {
  if (kind === 'ordering') return []
  return Array.from({ length: options }, (_, place) => answers.filter((answer) => answer.includes(place)).length)
}

/** As written: without their marks several of them are everyday words ("các", "lớn", "buổi"). */
const RUDE = ['lồn', 'cặc', 'buồi', 'đéo', 'địt', 'đụ', 'đĩ', 'cứt']
/** However they are written. */
const RUDE_FOLDED = ['dit', 'deo', 'dm', 'dcm', 'dmm', 'cmm', 'vcl', 'vl', 'cc', 'cl', 'ngu', 'fuck', 'bitch', 'shit']
/** Of a name typed without any marks, whatever stands between the letters. */
const RUDE_GLUED = ['ditme', 'dume', 'duma', 'conlon', 'concac', 'daubuoi', 'matlon', 'occho', 'fuck', 'bitch']

export type NicknameProblem = 'too_short' | 'too_long' | 'unwanted'

/** The name as it is shown, or why it is not taken: a whole class sees it on the wall. */
export function readNickname(text: string): { nickname: string } | { problem: NicknameProblem } {
  const nickname = text
    .normalize('NFC')
    .replace(/[^\p{L}\p{N} ._-]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()
  if ([...nickname].length < SHORTEST_NICKNAME) return { problem: 'too_short' }
  if ([...nickname].length > LONGEST_NICKNAME) return { problem: 'too_long' }
  return isRude(nickname.toLowerCase()) ? { problem: 'unwanted' } : { nickname }
}

/** Dots and dashes are read as gaps, and as nothing. */
function isRude(lower: string) {
  const folded = fold(lower)
  const glued = lower === folded ? folded.replace(/[ ._-]/g, '') : ''
  if (RUDE_GLUED.some((word) => glued.includes(word))) return true
  const words = [lower.replace(/[._-]/g, ' '), lower.replace(/[._-]/g, '')].flatMap((text) => text.split(' '))
  // "Ngữ" and "ngủ" fold to a rude word too, so a word with marks of its own is compared as it is written.
  return words.some((word) => RUDE.includes(word) || RUDE_FOLDED.includes(word.replaceAll('đ', 'd')))
}

/** Any `most` of them, in any order. */
export function pickQuestions(versionIds: readonly string[], most: number): string[] {
  const left = [...versionIds]
  return Array.from({ length: Math.min(most, left.length) }).flatMap(() => left.splice(randomInt(left.length), 1))
}

/** Whether it can be an answer to a question of this kind. */
export function isAnswer({ kind, options }: { kind: string; options: number }, answer: readonly number[]) {
  const places = new Set(answer)
  if (places.size < answer.length || answer.some((place) => place >= options)) return false
  if (kind === 'ordering') return answer.length === options
  return kind === 'multiple' || answer.length === 1
}
