import type { z } from '@hono/zod-openapi'
import * as content from '../content/content.queries.ts'
import { nearest } from '../content/nearest.rules.ts'
import type { Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import { decodeCursor, encodeCursor } from '../http/cursor.ts'
import * as queries from './procedures.queries.ts'
import { looksLikeCode } from './procedures.rules.ts'
import type { ProcedureListQuery } from './procedures.schemas.ts'

const PAGE = 40

/** A procedure by slug, by code, or by a code it has replaced, as JSON text. */
export async function readProcedure(ctx: Ctx, codeOrSlug: string): Promise<Buffer | string> {
  const bySlug = await content.findReply(ctx.db, 'procedure', codeOrSlug)
  if (bySlug !== undefined) return bySlug
  const [found, ...others] = await queries.findByCode(ctx.db, codeOrSlug)
  if (!found) throw await notFound(ctx, codeOrSlug)
  if (found.isCurrent) return found.reply
  const redirectedFrom = {
    code: codeOrSlug,
    reason: found.reason ?? '',
    alternatives: others.map(({ slug, code, title }) => ({ type: 'procedure', slug, code, title })),
  }
  return `${found.reply.slice(0, -1)},"redirectedFrom":${JSON.stringify(redirectedFrom)}}`
}

async function notFound(ctx: Ctx, asked: string) {
  const gone = await content.findGone(ctx.db, 'procedure', asked)
  if (gone !== undefined) return new AppError('content.gone', { redirectTo: gone.goneTo })
  const near = nearest(asked, await content.listNear(ctx.db, 'procedure', asked))
  return new AppError('procedure.not_found', { nearest: near, looksLikeCode: looksLikeCode(asked) })
}

export async function listProcedures(ctx: Ctx, query: z.output<typeof ProcedureListQuery>): Promise<string> {
  const { field, level, audience, cursor } = query
  const after = cursor === undefined ? undefined : decodeCursor(cursor)
  const filters = { section: field, level, audience }
  const { rows, total } = await content.listAfter(ctx.db, { kind: 'procedure', filters, after, limit: PAGE })
  const shown = rows.slice(0, PAGE)
  const last = shown.at(-1)
  const nextCursor = rows.length > PAGE && last ? encodeCursor(last.sortKey, last.id) : null
  const fields = (await content.countBySection(ctx.db, 'procedure')).map(({ section, count }) => ({
    name: section,
    count,
  }))
  return `{"items":[${shown.map((row) => row.summary).join(',')}],"total":${total},"nextCursor":${JSON.stringify(nextCursor)},"fields":${JSON.stringify(fields)}}`
}
