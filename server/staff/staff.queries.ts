import { and, asc, count, eq, isNotNull, isNull, like, ne, sql } from 'drizzle-orm'
import type { Db, Tx } from '../db/database.ts'
import { inIds } from '../db/in-ids.ts'
import { fold } from '../search/vietnamese-text.ts'
import { staff, staffAccounts, staffRoles, staffSecondFactors } from './staff.table.ts'

const PERSON = {
  id: staff.id,
  name: staff.name,
  email: staff.email,
  disabledAt: staff.disabledAt,
  secondFactorEnabled: staff.twoFactorEnabled,
  createdAt: staff.createdAt,
}

export async function isDisabled(db: Db, staffId: string) {
  const rows = await db
    .select({ id: staff.id })
    .from(staff)
    .where(and(eq(staff.id, staffId), isNotNull(staff.disabledAt)))
  return rows.length > 0
}

/** An account with its password; nothing when the e-mail address is taken. */
export async function insertStaff(
  tx: Tx,
  person: { id: string; email: string; name: string; passwordHash: string; at: string },
) {
  const { id, name, passwordHash, at } = person
  const [made] = await tx
    .insert(staff)
    .values({ id, email: person.email.toLowerCase(), name, foldedName: fold(name), createdAt: at, updatedAt: at })
    .onConflictDoNothing()
    .returning({ id: staff.id })
  if (!made) return undefined
  await tx.insert(staffAccounts).values({
    id,
    accountId: id,
    providerId: 'credential',
    userId: id,
    password: passwordHash,
    createdAt: at,
    updatedAt: at,
  })
  return made
}

export async function findStaff(db: Db | Tx, staffId: string) {
  const [row] = await db.select(PERSON).from(staff).where(eq(staff.id, staffId)).limit(1)
  return row
}

export async function findByEmail(db: Db, email: string) {
  const [row] = await db.select(PERSON).from(staff).where(eq(staff.email, email)).limit(1)
  return row
}

export async function findPasswordHash(db: Db, staffId: string) {
  const [row] = await db
    .select({ hash: staffAccounts.password })
    .from(staffAccounts)
    .where(and(eq(staffAccounts.userId, staffId), eq(staffAccounts.providerId, 'credential')))
    .limit(1)
  return row?.hash ?? undefined
}

/** Staff with a role in one of the units, by name; `after` is the last id of the page before. */
export async function listStaff(
  db: Db,
  { unitIds, folded, after, limit }: { unitIds: string[]; folded?: string; after?: string; limit: number },
) {
  const inUnits = sql`EXISTS (SELECT 1 FROM ${staffRoles}
    WHERE ${staffRoles.staffId} = ${staff.id} AND ${inIds(staffRoles.unitId, unitIds)})`
  const place = sql`(SELECT folded_name, id FROM ${staff} AS last WHERE last.id = ${after})`
  return db
    .select(PERSON)
    .from(staff)
    .where(
      and(
        inUnits,
        folded === undefined ? undefined : like(staff.foldedName, `%${folded.replace(/[%_]/g, '')}%`),
        after === undefined ? undefined : sql`(${staff.foldedName}, ${staff.id}) > ${place}`,
      ),
    )
    .orderBy(asc(staff.foldedName), asc(staff.id))
    .limit(limit)
}

export async function countStaff(db: Db) {
  const [row] = await db.select({ count: count() }).from(staff)
  return row?.count ?? 0
}

/** Others who may still do everything for a unit. */
export async function countOtherAdmins(tx: Tx, unitId: string, staffId: string) {
  const [row] = await tx
    .select({ count: count() })
    .from(staffRoles)
    .innerJoin(staff, eq(staff.id, staffRoles.staffId))
    .where(
      and(
        eq(staffRoles.role, 'admin'),
        eq(staffRoles.unitId, unitId),
        ne(staffRoles.staffId, staffId),
        isNull(staff.disabledAt),
      ),
    )
  return row?.count ?? 0
}

export async function updateStaff(
  tx: Tx,
  staffId: string,
  change: { name?: string; disabledAt?: string | null; at: string },
) {
  const { name, disabledAt, at } = change
  const named = name === undefined ? {} : { name, foldedName: fold(name) }
  const disabled = disabledAt === undefined ? {} : { disabledAt }
  await tx
    .update(staff)
    .set({ ...named, ...disabled, updatedAt: at })
    .where(eq(staff.id, staffId))
}

export async function setPassword(tx: Tx, staffId: string, passwordHash: string, at: string) {
  await tx
    .update(staffAccounts)
    .set({ password: passwordHash, updatedAt: at })
    .where(and(eq(staffAccounts.userId, staffId), eq(staffAccounts.providerId, 'credential')))
}

/** As if it had never been turned on. */
export async function dropSecondFactor(tx: Tx, staffId: string) {
  await tx.delete(staffSecondFactors).where(eq(staffSecondFactors.userId, staffId))
  await tx.update(staff).set({ twoFactorEnabled: false }).where(eq(staff.id, staffId))
}
