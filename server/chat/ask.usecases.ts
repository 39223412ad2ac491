import { findChannelOf, insertQuestion } from '../conversations/questions.queries.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import { type Band, nameOf, readBand } from './bands.rules.ts'
import type { Heard } from './intent.ts'
import { readForSearch } from './understand.rules.ts'

const LOOKED_AT = 6

/** Looks a question up in what is published, and keeps it, without who asked, for those who fill the gaps. */
export async function askPublished(ctx: Ctx<Citizen>, heard: Heard): Promise<Band & { questionId: string }> {
  const text = readForSearch(heard.text)
  const found = readBand(text, await ctx.search.search({ q: text, limit: LOOKED_AT }))
  const questionId = await keepQuestion(ctx, heard, {
    band: found.band,
    answeredWith: found.band === 'answer' ? nameOf(found.hit) : null,
  })
  return { ...found, questionId }
}

/** The id is made of the event and cannot be turned back into it: the same event keeps one question, of nobody. */
async function keepQuestion(
  ctx: Ctx<Citizen>,
  { key, text }: Heard,
  { band, answeredWith }: { band: Band['band']; answeredWith: string | null },
) {
  const id = ctx.sealing.index('chat_question', key)
  const channel = (await findChannelOf(ctx.db, ctx.actor.sessionId)) ?? 'oa'
  const at = ctx.now().toISOString()
  await ctx.write((tx) => insertQuestion(tx, { id, at, channel, text, band, answeredWith }))
  return id
}
