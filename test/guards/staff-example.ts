import type { Ctx } from '../../server/ctx.ts'
import type { Permission } from '../../server/staff/permissions.ts'
import type { Phone } from '../feedback/reporting.ts'
import type { StaffClient } from '../world/staff.ts'

/** Things of one unit, made by people of that unit; every title holds the canary. */
export type Office = {
  unitId: string
  canary: string
  author: StaffClient
  boss: StaffClient
  /** A report that the unit holds, with a photo: the same one each time. */
  photographed: () => Promise<{ reportId: string; fileId: string }>
  /** Approves what the boss has drafted. */
  head: StaffClient
  /** Of the unit above all others. */
  rootBoss: StaffClient
  citizen: Citizen
  openPhone: () => Phone
  /** For rows that no door makes yet. */
  service: { url: string; ctx: Ctx; runJob: (name: string) => Promise<void> }
}
type Citizen = (path: string, body: unknown) => Promise<unknown>
export type Call = {
  path: string
  body?: unknown
  headers?: Record<string, string>
  bytes?: { type: string; data: Buffer }
}

/**
 * A valid call of one route on a thing of an office. `needs` is what makes it succeed; `scope` tells what a
 * stranger of another unit gets: nothing (`object`), a list without it (`list`), or their own (`own`). What holds for the
 * whole province (`root`) is changed by people of the root unit, and by nobody of the office's.
 */
export type Example = {
  line: string
  needs: Permission | null
  scope: 'object' | 'list' | 'own' | 'root'
  call: (office: Office) => Promise<Call> | Call
}
