import { and, desc, eq, isNull, lt, or } from 'drizzle-orm'
import type { Citizen, Ctx, Staff, System } from '../ctx.ts'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { insertOnce } from '../db/prepared-once.ts'
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

const insertEntry = insertOnce(auditEntries)

/** Writes who did what, in the same transaction as the change itself. */
export async function recordAudit(
  tx: Tx,
  ctx: Pick<Ctx<Staff> | Ctx<System> | Ctx<Citizen>, 'actor' | 'now' | 'newId' | 'trail'>,
  note: AuditNote,
) {
  const { actor } = ctx
  await insertEntry(tx, {
    id: ctx.newId(),
    at: ctx.now().toISOString(),
    ...describeActor(actor),
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

/** Which citizen it was stands with the thing itself, where it can be erased; rows of this list are not. */
function describeActor(actor: Staff | System | Citizen) {
  if (actor.kind === 'staff') return { actorId: actor.id, actorName: actor.name, via: describeVia(actor) }
  if (actor.kind === 'citizen') return { actorId: 'citizen', actorName: 'Người dân', via: actor.via }
  return { actorId: 'system', actorName: 'Hệ thống', via: 'clock' }
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
