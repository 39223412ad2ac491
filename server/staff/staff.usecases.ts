import { randomInt } from 'node:crypto'
import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { AppError } from '../errors.ts'
import { fold } from '../search/vietnamese-text.ts'
import { listUnitNames } from '../units/units.queries.ts'
import { ROOT_UNIT_ID } from '../units/units.schemas.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { mayGrant, requirePermission, unitsFor } from './access.rules.ts'
import { makePassword } from './passwords.rules.ts'
import { type HeldRole, listRoles, listRolesOf, replaceRoles } from './roles.queries.ts'
import { deleteSessionsOf } from './sessions.queries.ts'
import * as queries from './staff.queries.ts'
import type {
  NewStaff,
  RolesChange,
  SetUpPassword,
  StaffChange,
  StaffList,
  StaffMember,
  StaffQuery,
} from './staff.schemas.ts'

const PAGE = 50

type Member = z.input<typeof StaffMember>
type Person = NonNullable<Awaited<ReturnType<typeof queries.findStaff>>>

/** People with a role in the reader's units, by name. */
export async function listStaff(
  ctx: Ctx<Staff>,
  { q, unitId, cursor }: z.output<typeof StaffQuery>,
): Promise<z.input<typeof StaffList>> {
  requirePermission(ctx, 'staff.manage', unitId)
  const people = await queries.listStaff(ctx.db, {
    unitIds: unitId === undefined ? unitsFor(ctx.actor, 'staff.manage') : [unitId],
    folded: q === undefined ? undefined : fold(q),
    after: cursor,
    limit: PAGE + 1,
  })
  const items = await describe(ctx, people.slice(0, PAGE))
  return { items, nextCursor: people.length > PAGE ? (items.at(-1)?.id ?? null) : null }
}

export async function readStaff(ctx: Ctx<Staff>, id: string): Promise<Member> {
  const { person } = await requireManaged(ctx, id)
  return describeOne(ctx, person)
}

/** An account with a password for the first sign-in, told once to whoever made it. */
export async function createStaff(
  ctx: Ctx<Staff>,
  { email, name, roles }: z.output<typeof NewStaff>,
): Promise<z.input<typeof SetUpPassword>> {
  requireGrantable(ctx, roles)
  const password = makePassword(randomInt)
  const id = ctx.newId()
  const at = ctx.now().toISOString()
  const passwordHash = await ctx.credentials.hashPassword(password)
  await ctx.write(async (tx) => {
    if (!(await queries.insertStaff(tx, { id, email, name, passwordHash, at }))) throw new AppError('staff.email_taken')
    await replaceRoles(tx, id, roles, { by: ctx.actor.id, at, newId: ctx.newId })
    await note(tx, ctx, 'staff.create', id, roles, { after: { name, roles } })
  })
  return { id, password }
}

/** Another name, or out and in again; who is put out is out at once. */
export async function changeStaff(
  ctx: Ctx<Staff>,
  id: string,
  { name, disabled }: z.output<typeof StaffChange>,
): Promise<Member> {
  const { person, roles } = await requireManaged(ctx, id)
  if (disabled === true && id === ctx.actor.id) throw new AppError('staff.is_yourself')
  const at = ctx.now().toISOString()
  const disabledAt = disabled === undefined ? undefined : disabled ? (person.disabledAt ?? at) : null
  await ctx.write(async (tx) => {
    if (disabled === true) await keepAnAdmin(tx, id, roles, [])
    await queries.updateStaff(tx, id, { name, disabledAt, at })
    if (disabled === true) await deleteSessionsOf(tx, id)
    await note(tx, ctx, 'staff.change', id, roles, {
      before: { name: person.name, disabled: person.disabledAt !== null },
      after: { name: name ?? person.name, disabled: disabled ?? person.disabledAt !== null },
    })
  })
  return readAgain(ctx, id)
}

/** Replaces all roles; the person signs in anew. */
export async function changeRoles(
  ctx: Ctx<Staff>,
  id: string,
  { roles: next }: z.output<typeof RolesChange>,
): Promise<Member> {
  const { roles } = await requireManaged(ctx, id)
  requireGrantable(ctx, next)
  await ctx.write(async (tx) => {
    await keepAnAdmin(tx, id, roles, next)
    await replaceRoles(tx, id, next, { by: ctx.actor.id, at: ctx.now().toISOString(), newId: ctx.newId })
    await deleteSessionsOf(tx, id)
    await note(tx, ctx, 'staff.change_roles', id, [...roles, ...next], { before: { roles }, after: { roles: next } })
  })
  return readAgain(ctx, id)
}

export async function resetPassword(ctx: Ctx<Staff>, id: string): Promise<z.input<typeof SetUpPassword>> {
  const { roles } = await requireManaged(ctx, id)
  const password = makePassword(randomInt)
  const passwordHash = await ctx.credentials.hashPassword(password)
  await ctx.write(async (tx) => {
    await queries.setPassword(tx, id, passwordHash, ctx.now().toISOString())
    await deleteSessionsOf(tx, id)
    await note(tx, ctx, 'staff.reset_password', id, roles, {})
  })
  return { id, password }
}

/** For whoever has lost the telephone and the list of codes. */
export async function resetSecondFactor(ctx: Ctx<Staff>, id: string): Promise<Member> {
  const { roles } = await requireManaged(ctx, id)
  await ctx.write(async (tx) => {
    await queries.dropSecondFactor(tx, id)
    await deleteSessionsOf(tx, id)
    await note(tx, ctx, 'staff.reset_second_factor', id, roles, {})
  })
  return readAgain(ctx, id)
}

/** Somebody whose every role lies within the asker's units; anybody else is as good as absent. */
async function requireManaged(ctx: Ctx<Staff>, id: string) {
  requirePermission(ctx, 'staff.manage')
  const units = new Set(unitsFor(ctx.actor, 'staff.manage'))
  const person = await queries.findStaff(ctx.db, id)
  const roles = await listRoles(ctx.db, id)
  const isWithin = roles.length > 0 && roles.every(({ unitId }) => units.has(unitId))
  if (!person || !isWithin) throw new AppError('staff.not_found')
  return { person, roles }
}

function requireGrantable(ctx: Ctx<Staff>, roles: HeldRole[]) {
  for (const { unitId } of roles) requirePermission(ctx, 'staff.manage', unitId)
  if (!mayGrant(ctx.actor, roles)) throw new AppError('staff.forbidden', { permission: 'staff.manage' })
}

/** Somebody must be left who can do everything for the whole office. */
async function keepAnAdmin(tx: Tx, id: string, before: HeldRole[], after: HeldRole[]) {
  const isRootAdmin = ({ role, unitId }: HeldRole) => role === 'admin' && unitId === ROOT_UNIT_ID
  if (!before.some(isRootAdmin) || after.some(isRootAdmin)) return
  if ((await queries.countOtherAdmins(tx, ROOT_UNIT_ID, id)) === 0) throw new AppError('staff.last_admin')
}

async function note(
  tx: Tx,
  ctx: Ctx<Staff>,
  action: string,
  id: string,
  roles: HeldRole[],
  values: { before?: unknown; after?: unknown },
) {
  await recordAudit(tx, ctx, { action, subject: { kind: 'staff', id }, unitId: roles[0]?.unitId ?? null, ...values })
}

async function readAgain(ctx: Ctx<Staff>, id: string) {
  const person = await queries.findStaff(ctx.db, id)
  if (!person) throw new AppError('staff.not_found')
  return describeOne(ctx, person)
}

async function describeOne(ctx: Ctx<Staff>, person: Person): Promise<Member> {
  const [member] = await describe(ctx, [person])
  if (!member) throw new AppError('staff.not_found')
  return member
}

async function describe(ctx: Ctx<Staff>, people: Person[]): Promise<Member[]> {
  const held = await listRolesOf(
    ctx.db,
    people.map(({ id }) => id),
  )
  const unitIds = [...new Set([...held.values()].flatMap((roles) => roles.map(({ unitId }) => unitId)))]
  const names = await listUnitNames(ctx.db, unitIds, vietnamDate(ctx.now()))
  return people.map((person) => ({
    ...person,
    roles: (held.get(person.id) ?? []).map((role) => ({ ...role, unitName: names.get(role.unitId) ?? role.unitId })),
  }))
}
