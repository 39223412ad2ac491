import { findTalker, insertQuestion } from '../conversations/questions.queries.ts'
import type { Citizen, Ctx } from '../ctx.ts'
import type { SearchClient } from '../search/search-client.ts'
import { type Band, nameOf, readBand } from './bands.rules.ts'
import type { Heard } from './intent.ts'
import { maskPersonal } from './mask.rules.ts'
import { readForSearch, readMatter } from './understand.rules.ts'

const LOOKED_AT = 6

/** Looks a question up in what is published, and keeps it, without who asked, for those who fill the gaps. */
export async function askPublished(ctx: Ctx<Citizen>, heard: Heard): Promise<Band & { questionId: string }> {
  const found = await findBand(ctx.search, heard.text)
  const questionId = await keepQuestion(ctx, heard, {
    band: found.band,
    answeredWith: found.band === 'answer' ? nameOf(found.hit) : null,
  })
  return { ...found, questionId }
}

/** What a question comes to; where the whole of it finds nothing sure, what it is about is looked for alone. */
export async function findBand(search: SearchClient, said: string): Promise<Band> {
  const text = readForSearch(withoutNumbers(said))
  const found = await search.search({ q: text, limit: LOOKED_AT })
  const band = readBand(text, found)
  const matter = readMatter(text)
  if (band.band === 'answer' || found.ambiguous || matter === '' || matter === text) return band
  const narrow = readBand(text, await search.search({ q: matter, limit: LOOKED_AT }))
  return narrow.band === 'answer' || band.band === 'fallback' ? narrow : band
}

/** A phone or a card's number is no part of what is asked. */
const withoutNumbers = (said: string) => maskPersonal(said).replace(/•+\d*/g, ' ')

/** The id is made of the event and cannot be turned back into it: the same event keeps one question, of nobody. */
async function keepQuestion(
  ctx: Ctx<Citizen>,
  { key, text }: Heard,
  { band, answeredWith }: { band: Band['band']; answeredWith: string | null },
) {
  const id = ctx.sealing.index('chat_question', key)
  const channel = (await findTalker(ctx.db, ctx.actor.sessionId))?.channel ?? 'oa'
  const at = ctx.now().toISOString()
  await ctx.write((tx) => insertQuestion(tx, { id, at, channel, text, band, answeredWith }))
  return id
}
