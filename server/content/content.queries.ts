import { and, asc, count, desc, eq, gt, isNotNull, ne, or, type Placeholder, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { preparedOnce } from '../db/prepared-once.ts'
import { type ContentKind, contentEntries, contentItems, contentLoads } from './content.table.ts'

type Order = 'first' | 'newest'

const listed = (kind: ContentKind | Placeholder) => and(eq(contentItems.kind, kind), eq(contentItems.isListed, true))

const replyByName = preparedOnce((db) =>
  db
    .select({ reply: sql<Buffer>`cast(${contentItems.reply} as blob)` })
    .from(contentItems)
    .where(and(eq(contentItems.kind, sql.placeholder('kind')), eq(contentItems.slug, sql.placeholder('slug'))))
    .limit(1)
    .prepare(),
)

/** A reply as the bytes it is sent as: turning Vietnamese text into a string and back costs three times the look-up. */
export async function findReply(db: Db, kind: ContentKind, slug: string) {
  const [row] = await replyByName(db).execute({ kind, slug })
  return row?.reply
}

export async function listSummaries(
  db: Db,
  { kind, order, section }: { kind: ContentKind; order: Order; section?: string },
) {
  const direction = order === 'newest' ? desc : asc
  const rows = await db
    .select({ summary: contentItems.summary })
    .from(contentItems)
    .where(and(listed(kind), section === undefined ? undefined : eq(contentItems.section, section)))
    // Of one day, the last to be published comes first: ids grow with time.
    .orderBy(direction(contentItems.sortKey), direction(contentItems.id))
  return rows.map((row) => row.summary)
}

const repliesOfKind = preparedOnce((db) =>
  db
    .select({ reply: contentItems.reply })
    .from(contentItems)
    .where(listed(sql.placeholder('kind')))
    .orderBy(asc(contentItems.sortKey), asc(contentItems.id))
    .prepare(),
)

export async function listReplies(db: Db, kind: ContentKind) {
  const rows = await repliesOfKind(db).execute({ kind })
  return rows.map((row) => row.reply)
}

/** Items of a kind per section, for "12 bài" beside a column and a field. */
export async function countBySection(db: Db, kind: ContentKind) {
  return db
    .select({ section: sql<string>`coalesce(${contentItems.section}, '')`, count: count() })
    .from(contentItems)
    .where(listed(kind))
    .groupBy(contentItems.section)
    .orderBy(desc(count()), asc(contentItems.section))
}

export async function listSlugs(db: Db) {
  return db
    .select({
      kind: contentItems.kind,
      slug: contentItems.slug,
      code: contentItems.code,
      checkedOn: sql<string>`${contentItems.reply} ->> '$.checkedOn'`,
    })
    .from(contentItems)
    .where(eq(contentItems.isListed, true))
    .orderBy(asc(contentItems.kind), asc(contentItems.sortKey))
}

/** The nearest names to one that does not exist, by how much of it they share from the start. */
export async function listNear(db: Db, kind: ContentKind, asked: string) {
  const start = asked.slice(0, 3)
  return db
    .select({ slug: contentItems.slug, code: contentItems.code, title: contentItems.title })
    .from(contentItems)
    .where(
      and(
        eq(contentItems.kind, kind),
        or(sql`substr(${contentItems.code}, 1, 3) = ${start}`, sql`substr(${contentItems.slug}, 1, 3) = ${start}`),
      ),
    )
    .orderBy(asc(contentItems.sortKey))
    .limit(300)
}

/** What the published content is, as values that change when anything in it does. */
export async function describeContent(db: Db) {
  const rows = await db.select({ hash: contentItems.replyHash }).from(contentItems).orderBy(asc(contentItems.id))
  const [checked] = await db
    .select({ on: sql<string | null>`max(${contentItems.reply} ->> '$.checkedOn')` })
    .from(contentItems)
    .where(ne(contentItems.kind, 'calendar'))
  return { hashes: rows.map((row) => row.hash), checkedOn: checked?.on ?? null }
}

export async function listAfter(
  db: Db,
  {
    kind,
    filters,
    after,
    limit,
  }: {
    kind: ContentKind
    filters: { section?: string; level?: string; audience?: string }
    after?: { sortKey: string; id: string }
    limit: number
  },
) {
  const has = (path: string, value: string | undefined) =>
    value === undefined
      ? undefined
      : sql`EXISTS (SELECT 1 FROM json_each(${contentItems.summary}, ${path}) WHERE value = ${value})`
  const matching = and(
    listed(kind),
    filters.section === undefined ? undefined : eq(contentItems.section, filters.section),
    has('$.levels', filters.level),
    has('$.audiences', filters.audience),
  )
  const rows = await db
    .select({ id: contentItems.id, sortKey: contentItems.sortKey, summary: contentItems.summary })
    .from(contentItems)
    .where(
      and(
        matching,
        after &&
          or(
            gt(contentItems.sortKey, after.sortKey),
            and(eq(contentItems.sortKey, after.sortKey), gt(contentItems.id, after.id)),
          ),
      ),
    )
    .orderBy(asc(contentItems.sortKey), asc(contentItems.id))
    .limit(limit + 1)
  const [all] = await db.select({ total: count() }).from(contentItems).where(matching)
  return { rows, total: all?.total ?? 0 }
}

export async function countItems(db: Db, { kind, detail }: { kind: ContentKind; detail?: 'full' | 'listed' }) {
  const [row] = await db
    .select({ count: count() })
    .from(contentItems)
    .where(
      and(listed(kind), detail === undefined ? undefined : sql`${contentItems.summary} ->> '$.detail' = ${detail}`),
    )
  return row?.count ?? 0
}

export async function findLoad(db: Db) {
  const [row] = await db.select().from(contentLoads)
  return row
}

export async function rememberLoad(tx: Tx, load: { fingerprint: string; loadedAt: string }) {
  await tx
    .insert(contentLoads)
    .values({ id: 1, ...load })
    .onConflictDoUpdate({ target: contentLoads.id, set: load })
}

/** Where a thing that was taken off leads now, if anywhere; nothing when there never was one. */
export async function findGone(db: Db, kind: ContentKind, slug: string) {
  const [row] = await db
    .select({ goneAt: contentEntries.goneAt, goneTo: contentEntries.goneTo })
    .from(contentEntries)
    .where(and(eq(contentEntries.kind, kind), eq(contentEntries.slug, slug), isNotNull(contentEntries.goneAt)))
  return row
}
