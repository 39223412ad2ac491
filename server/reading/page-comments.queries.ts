import { and, asc, desc, eq, lt, ne, sql } from 'drizzle-orm'
import { contentEntries, contentItems } from '../content/content.table.ts'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { preparedOnce } from '../db/prepared-once.ts'
import { staff } from '../staff/staff.table.ts'
import type { CommentState } from './page-comments.schemas.ts'
import { pageComments } from './page-comments.table.ts'
import type { ReadKind } from './reading.schemas.ts'

const unitOfPublic = preparedOnce((db) =>
  db
    .select({ unitId: contentEntries.unitId })
    .from(contentItems)
    .innerJoin(contentEntries, eq(contentEntries.id, contentItems.id))
    .where(and(eq(contentItems.kind, sql.placeholder('kind')), eq(contentItems.slug, sql.placeholder('slug'))))
    .limit(1)
    .prepare(),
)

/** Whose page this is; nothing when there is no such page for people to read. */
export async function findPageUnit(db: Db, kind: ReadKind, slug: string): Promise<string | undefined> {
  const [row] = await unitOfPublic(db).execute({ kind, slug })
  return row?.unitId
}

export async function insertComment(tx: Tx, comment: typeof pageComments.$inferInsert) {
  await tx.insert(pageComments).values(comment)
}

const shown = {
  id: pageComments.id,
  type: pageComments.kind,
  slug: pageComments.slug,
  title: sql<string>`coalesce(${contentItems.title}, ${pageComments.slug})`,
  isUseful: pageComments.isUseful,
  comment: pageComments.comment,
  at: pageComments.at,
  state: pageComments.state,
  note: pageComments.note,
  handledByName: staff.name,
  version: pageComments.version,
  unitId: pageComments.unitId,
}

function selectShown(db: Db) {
  return db
    .select(shown)
    .from(pageComments)
    .leftJoin(contentItems, and(eq(contentItems.kind, pageComments.kind), eq(contentItems.slug, pageComments.slug)))
    .leftJoin(staff, eq(staff.id, pageComments.handledBy))
}

type Filter = {
  unitIds: string[]
  state?: CommentState
  kind?: ReadKind
  slug?: string
  before?: string
  limit: number
}

/** What somebody wrote, newest first; a pressed button without words is only counted. */
export async function listComments(db: Db, { unitIds, state, kind, slug, before, limit }: Filter) {
  return selectShown(db)
    .where(
      and(
        inIds(pageComments.unitId, unitIds),
        ne(pageComments.comment, ''),
        state && eq(pageComments.state, state),
        kind && eq(pageComments.kind, kind),
        slug === undefined ? undefined : eq(pageComments.slug, slug),
        before === undefined ? undefined : lt(pageComments.id, before),
      ),
    )
    .orderBy(desc(pageComments.id))
    .limit(limit)
}

export async function findComment(db: Db, id: string) {
  const [row] = await selectShown(db).where(eq(pageComments.id, id))
  return row
}

/** Returns nothing when it is no longer at this version. */
export async function setTriage(
  tx: Tx,
  { id, version, ...triage }: { id: string; version: number; state: CommentState; note: string; handledBy: string },
) {
  const [row] = await tx
    .update(pageComments)
    .set({ ...triage, version: version + 1 })
    .where(and(eq(pageComments.id, id), eq(pageComments.version, version)))
    .returning()
  return row
}

/** Pages by how many did not find them useful. */
export async function countVerdicts(db: Db, { unitIds, limit }: { unitIds: string[]; limit: number }) {
  const notUseful = sql<number>`sum(NOT ${pageComments.isUseful})`
  return db
    .select({
      type: pageComments.kind,
      slug: pageComments.slug,
      title: sql<string>`coalesce(${contentItems.title}, ${pageComments.slug})`,
      useful: sql<number>`sum(${pageComments.isUseful})`,
      notUseful,
      waiting: sql<number>`sum(${pageComments.state} = 'new' AND ${pageComments.comment} <> '')`,
    })
    .from(pageComments)
    .leftJoin(contentItems, and(eq(contentItems.kind, pageComments.kind), eq(contentItems.slug, pageComments.slug)))
    .where(inIds(pageComments.unitId, unitIds))
    .groupBy(pageComments.kind, pageComments.slug)
    .orderBy(desc(notUseful), asc(pageComments.kind), asc(pageComments.slug))
    .limit(limit)
}
