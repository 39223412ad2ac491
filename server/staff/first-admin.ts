import { randomInt } from 'node:crypto'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, System } from '../ctx.ts'
import { ROOT_UNIT_ID } from '../units/units.schemas.ts'
import { makePassword } from './passwords.rules.ts'
import type { Role } from './permissions.ts'
import { replaceRoles } from './roles.queries.ts'
import { countStaff, insertStaff } from './staff.queries.ts'

const DEMO = { email: 'can-bo@example.vn', name: 'Cán bộ dùng thử' }

/** What making an account takes; a command has no more. */
export type AtTheMachine = Pick<Ctx<System>, 'actor' | 'db' | 'write' | 'now' | 'newId' | 'trail' | 'credentials'>

/** On a laptop the first start makes somebody to sign in as, and says so once; where citizens are served, nobody. */
export async function makeDemoAdmin(ctx: AtTheMachine, say: (line: string) => void) {
  if ((await countStaff(ctx.db)) > 0) return
  const password = await addStaff(ctx, { ...DEMO, role: 'admin' })
  say(`Staff web: sign in as ${DEMO.email} with the password ${password} (said only now)`)
}

/** An account made at the machine itself; its password, or nothing when the e-mail address is taken. */
export async function addStaff(
  ctx: AtTheMachine,
  person: { email: string; name: string; role: Role; unitId?: string },
) {
  const { email, name, role, unitId = ROOT_UNIT_ID } = person
  const password = makePassword(randomInt)
  const passwordHash = await ctx.credentials.hashPassword(password)
  const id = ctx.newId()
  const at = ctx.now().toISOString()
  const made = await ctx.write(async (tx) => {
    if (!(await insertStaff(tx, { id, email, name, passwordHash, at }))) return false
    await replaceRoles(tx, id, [{ role, unitId }], { by: 'system', at, newId: ctx.newId })
    const after = { name, roles: [{ role, unitId }] }
    await recordAudit(tx, ctx, { action: 'staff.create', subject: { kind: 'staff', id }, unitId, after })
    return true
  })
  return made ? password : undefined
}
