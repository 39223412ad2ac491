import type { Heard, SentFile } from '../chat/intent.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { MOST_FILES } from './feedback.schemas.ts'
import * as words from './report-words.chat.ts'
import { dropOtherWaiting, keepFile } from './upload.usecases.ts'

export type Kept = { ids: string[]; problems: string[] }

type Held = { fileIds: readonly string[] }

/** Fetches what was sent at once, since its address dies soon, and keeps it until the report goes. */
export async function keepSent(ctx: Ctx<Citizen>, { files }: Heard, held: Held): Promise<Kept> {
  const kept: Kept = { ids: [...held.fileIds], problems: [] }
  for (const file of files) {
    const outcome = await keepOne(ctx, file, kept.ids)
    if ('id' in outcome) kept.ids.push(outcome.id)
    else if (!kept.problems.includes(outcome.problem)) kept.problems.push(outcome.problem)
  }
  return kept
}

async function keepOne(
  ctx: Ctx<Citizen>,
  file: SentFile,
  held: string[],
): Promise<{ id: string } | { problem: string }> {
  if (file.kind !== 'image' && file.kind !== 'file') return { problem: words.NOT_THIS_KIND }
  if (held.length >= MOST_FILES) return { problem: words.ENOUGH_FILES }
  const fetched = await ctx.fetchMedia(file.url)
  if (fetched.outcome === 'too_large') return { problem: words.FILE_REFUSED }
  if (fetched.outcome !== 'fetched') return { problem: words.NOT_FETCHED }
  const contentType = typeOf(fetched.bytes)
  if (contentType === undefined) return { problem: words.NOT_THIS_KIND }
  try {
    return await keepFetched(ctx, { bytes: fetched.bytes, contentType }, held)
  } catch (error) {
    return { problem: problemWords(error) }
  }
}

/** Files of a report that was given up stand in the way of the next one's: they are let go then. */
async function keepFetched(ctx: Ctx<Citizen>, sent: { bytes: Buffer; contentType: string }, held: string[]) {
  try {
    return await keepFile(ctx, sent)
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'feedback.too_many_waiting_files') throw error
    await dropOtherWaiting(ctx, held)
    return keepFile(ctx, sent)
  }
}

function problemWords(error: unknown): string {
  if (!(error instanceof AppError)) throw error
  if (error.code === 'feedback.too_many_uploads') return words.MANY_UPLOADS
  if (error.code === 'feedback.too_many_waiting_files') return words.ENOUGH_FILES
  if (error.code === 'storage.busy') return words.NOT_FETCHED
  if (error.code.startsWith('image.') || error.code.startsWith('pdf.') || error.code.startsWith('file.'))
    return words.FILE_REFUSED
  throw error
}

const SIGNATURES: [string, string][] = [
  ['ffd8ff', 'image/jpeg'],
  ['89504e470d0a1a0a', 'image/png'],
  ['25504446', 'application/pdf'],
]

/** By what the file is, whatever Zalo calls it. */
function typeOf(bytes: Buffer): string | undefined {
  const isWebp = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
  if (isWebp) return 'image/webp'
  return SIGNATURES.find(([start]) => bytes.toString('hex', 0, start.length / 2) === start)?.[1]
}
