import { and, desc, eq, isNull, lt, or } from 'drizzle-orm'
import type { Ctx, Staff, System } from '../ctx.ts'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { auditEntries } from './audit.table.ts'

export type AuditNote = {
  /** `edition.publish`, `unit.import`: the verb as the feature names it. */
  action: string
  subject: { kind: string; id: string }
  unitId?: string | null
  before?: unknown
  after?: unknown
  remark?: string | null
}

/** Writes who did what, in the same transaction as the change itself. */
export async function recordAudit(
  tx: Tx,
  ctx: Pick<Ctx<Staff> | Ctx<System>, 'actor' | 'now' | 'newId' | 'trail'>,
  note: AuditNote,
) {
  const { actor } = ctx
  await tx.insert(auditEntries).values({
    id: ctx.newId(),
    at: ctx.now().toISOString(),
    actorId: actor.kind === 'staff' ? actor.id : 'system',
    actorName: actor.kind === 'staff' ? actor.name : 'Hệ thống',
    via: actor.kind === 'staff' ? describeVia(actor) : 'clock',
    action: note.action,
    subjectKind: note.subject.kind,
    subjectId: note.subject.id,
    unitId: note.unitId ?? null,
    before: toJson(note.before),
    after: toJson(note.after),
    remark: note.remark ?? null,
  })
  ctx.trail.rows += 1
}

function describeVia({ via }: Staff) {
  return via.kind === 'session' ? 'session' : `token:${via.tokenId}`
}

function toJson(value: unknown) {
  return value === undefined || value === null ? null : JSON.stringify(value)
}

/** Rows of the given units, and those that belong to none, newest first. */
export async function listEntries(
  db: Db,
  {
    unitIds,
    subjectKind,
    subjectId,
    action,
    cursor,
    limit,
  }: {
    unitIds: string[]
    subjectKind?: string
    subjectId?: string
    action?: string
    cursor?: string
    limit: number
  },
) {
  const { id, at, actorName, via, before, after, remark } = auditEntries
  return db
    .select({
      id,
      at,
      actorName,
      via,
      action: auditEntries.action,
      subjectKind: auditEntries.subjectKind,
      subjectId: auditEntries.subjectId,
      before,
      after,
      remark,
    })
    .from(auditEntries)
    .where(
      and(
        or(isNull(auditEntries.unitId), inIds(auditEntries.unitId, unitIds)),
        subjectKind === undefined ? undefined : eq(auditEntries.subjectKind, subjectKind),
        subjectId === undefined ? undefined : eq(auditEntries.subjectId, subjectId),
        action === undefined ? undefined : eq(auditEntries.action, action),
        cursor === undefined ? undefined : lt(id, cursor),
      ),
    )
    .orderBy(desc(id))
    .limit(limit)
}
