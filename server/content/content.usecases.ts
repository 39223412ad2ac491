import { createHash } from 'node:crypto'
import type { Ctx } from '../ctx.ts'
import { AppError, type ProblemCode } from '../errors.ts'
import { listReplacedCodes } from '../procedures/procedures.queries.ts'
import { listTerms } from '../search/search-index.ts'
import { vietnamDate } from '../vietnam-time.ts'
import * as queries from './content.queries.ts'
import type { ContentKind } from './content.table.ts'
import { nearest } from './nearest.rules.ts'

const LATEST_SHOWN = 4

/** One published item as its JSON text, in bytes. */
export async function readItem(ctx: Ctx, kind: ContentKind, slug: string, notFound: ProblemCode): Promise<Buffer> {
  const reply = await queries.findReply(ctx.db, kind, slug)
  if (reply !== undefined) return reply
  await refuseGone(ctx, kind, slug)
  throw new AppError(notFound, { nearest: nearest(slug, await queries.listNear(ctx.db, kind, slug)) })
}

/** What stood here was taken off on purpose, which is another answer than "never heard of it". */
export async function refuseGone(ctx: Ctx, kind: ContentKind, slug: string) {
  const gone = await queries.findGone(ctx.db, kind, slug)
  if (gone !== undefined) throw new AppError('content.gone', { redirectTo: gone.goneTo })
}

export async function listArticles(ctx: Ctx, column?: string): Promise<string> {
  const [items, columns] = await Promise.all([
    queries.listSummaries(ctx.db, { kind: 'article', order: 'newest', section: column }),
    queries.listReplies(ctx.db, 'column'),
  ])
  return `{"items":${list(items)},"columns":${list(columns)}}`
}

export async function listItems(ctx: Ctx, kind: 'document' | 'index' | 'situation' | 'answer'): Promise<string> {
  const items = await queries.listSummaries(ctx.db, { kind, order: kind === 'document' ? 'newest' : 'first' })
  return `{"items":${list(items)}}`
}

/** The first screen in one request. */
export async function showHome(ctx: Ctx): Promise<string> {
  const [app, situations, columns, articles, counts, announcements] = await Promise.all([
    describeApp(ctx),
    queries.listSummaries(ctx.db, { kind: 'situation', order: 'first' }),
    listColumns(ctx),
    queries.listSummaries(ctx.db, { kind: 'article', order: 'newest' }),
    countItems(ctx),
    listAnnouncements(ctx),
  ])
  const latest = articles.slice(0, LATEST_SHOWN)
  return `{"app":${JSON.stringify(app)},"situations":${list(situations)},"columns":${JSON.stringify(columns)},"latest":${list(latest)},"announcements":${list(announcements)},"counts":${JSON.stringify(counts)}}`
}

/** Everything a phone needs to read without a network. */
export async function packLibrary(ctx: Ctx): Promise<string> {
  const [home, procedures, articles, documents, indices, situations, answers, replacedCodes, terms] = await Promise.all(
    [
      showHome(ctx),
      queries.listReplies(ctx.db, 'procedure'),
      queries.listReplies(ctx.db, 'article'),
      queries.listReplies(ctx.db, 'document'),
      queries.listReplies(ctx.db, 'index'),
      queries.listReplies(ctx.db, 'situation'),
      queries.listReplies(ctx.db, 'answer'),
      listReplacedCodes(ctx.db),
      listTerms(ctx.db),
    ],
  )
  const { contentVersion } = await describeApp(ctx)
  const isListed = (reply: string) => reply.includes('"detail":"listed"')
  const listed = procedures.filter(isListed).map((reply) => JSON.stringify(toListed(JSON.parse(reply))))
  return [
    `{"contentVersion":${JSON.stringify(contentVersion)},"home":${home}`,
    `"procedures":${list(procedures.filter((reply) => !isListed(reply)))}`,
    `"listed":${list(listed)}`,
    `"replacedCodes":${JSON.stringify(replacedCodes.map(({ code, slug, reason }) => ({ code, slug, reason: reason ?? '' })))}`,
    `"articles":${list(articles)}`,
    `"documents":${list(documents)}`,
    `"indices":${list(indices)}`,
    `"situations":${list(situations)}`,
    `"answers":${list(answers)}`,
    `"terms":${JSON.stringify(terms)}}`,
  ].join(',')
}

/** Those that are not over; the reply is kept for days, so that the app looks at the date once more. */
async function listAnnouncements(ctx: Ctx) {
  const today = vietnamDate(ctx.now())
  const replies = await queries.listReplies(ctx.db, 'announcement')
  return replies.filter((reply) => JSON.parse(reply).showUntil >= today)
}

export async function describeApp(ctx: Ctx) {
  const { hashes, checkedOn } = await queries.describeContent(ctx.db)
  const contentVersion = createHash('sha256').update(hashes.join()).digest('hex').slice(0, 12)
  return { ...ctx.app, contentVersion, contentCheckedOn: checkedOn ?? '1970-01-01' }
}

async function listColumns(ctx: Ctx) {
  const [columns, counts] = await Promise.all([
    queries.listReplies(ctx.db, 'column'),
    queries.countBySection(ctx.db, 'article'),
  ])
  return columns.map((text) => {
    const column: { slug: string } = JSON.parse(text)
    return { ...column, count: counts.find(({ section }) => section === column.slug)?.count ?? 0 }
  })
}

async function countItems(ctx: Ctx) {
  const [procedures, listed, articles, documents] = await Promise.all([
    queries.countItems(ctx.db, { kind: 'procedure', detail: 'full' }),
    queries.countItems(ctx.db, { kind: 'procedure', detail: 'listed' }),
    queries.countItems(ctx.db, { kind: 'article' }),
    queries.countItems(ctx.db, { kind: 'document' }),
  ])
  return { procedures, listed, articles, documents }
}

function toListed(procedure: Record<string, unknown>) {
  const { code, slug, name, plainName, detail, field, levels, audiences, timeSummary, portalUrl, agency } = procedure
  return { code, slug, name, plainName, detail, field, levels, audiences, timeSummary, portalUrl, agency }
}

function list(texts: string[]) {
  return `[${texts.join(',')}]`
}
