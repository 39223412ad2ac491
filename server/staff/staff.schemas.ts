import { z } from '@hono/zod-openapi'
import { PERMISSIONS, ROLES } from './permissions.schemas.ts'

/** Longer ones are refused unread: hashing takes time by what it is given. */
const typed = z.string().min(1).max(512)
const id = z.string().min(1).max(80)
const code = z.string().trim().min(6).max(40)

export const Done = z.strictObject({ done: z.literal(true) }).openapi('Done')

export const SignIn = z.strictObject({ email: z.email().max(254), password: typed }).openapi('SignIn')

export const SignInCode = z.strictObject({ code }).openapi('SignInCode')

export const SignInState = z.strictObject({ state: z.enum(['signed_in', 'code_needed']) }).openapi('SignInState')

export const PasswordChange = z.strictObject({ current: typed, next: typed }).openapi('PasswordChange')

export const PasswordAgain = z.strictObject({ password: typed }).openapi('PasswordAgain')

/** `uri` is for an app that reads a QR code, `secret` for one that is typed into. */
export const SecondFactorSetup = z.strictObject({ uri: z.string(), secret: z.string() }).openapi('SecondFactorSetup')

/** Shown once; each replaces one code of the app. */
export const BackupCodes = z.strictObject({ backupCodes: z.array(z.string()) }).openapi('BackupCodes')

export const RoleGrant = z.strictObject({ role: z.enum(ROLES), unitId: id }).openapi('RoleGrant')

export const RoleHeld = RoleGrant.extend({ unitName: z.string() }).openapi('RoleHeld')

export const Me = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    roles: z.array(RoleHeld),
    permissions: z.array(z.strictObject({ permission: z.enum(PERMISSIONS), unitIds: z.array(z.string()) })),
    /** A code was given in this session. */
    hasSecondFactor: z.boolean(),
    /** A code is asked for at every sign-in. */
    secondFactorEnabled: z.boolean(),
  })
  .openapi('Me')

export const StaffMember = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    roles: z.array(RoleHeld),
    disabledAt: z.string().nullable(),
    secondFactorEnabled: z.boolean(),
    createdAt: z.string(),
  })
  .openapi('StaffMember')

export const StaffList = z
  .strictObject({ items: z.array(StaffMember), nextCursor: z.string().nullable() })
  .openapi('StaffList')

export const StaffQuery = z.strictObject({
  q: z.string().trim().max(100).optional(),
  unitId: id.optional(),
  cursor: id.optional(),
})

export const StaffId = z.strictObject({ id })

const name = z.string().trim().min(1).max(120)
const roles = z.array(RoleGrant).min(1).max(20)

export const NewStaff = z.strictObject({ email: z.email().max(254), name, roles }).openapi('NewStaff')

/** The password for the first sign-in; shown once. */
export const SetUpPassword = z.strictObject({ id: z.string(), password: z.string() }).openapi('SetUpPassword')

export const StaffChange = z
  .strictObject({ name: name.optional(), disabled: z.boolean().optional() })
  .openapi('StaffChange')

export const RolesChange = z.strictObject({ roles }).openapi('RolesChange')
