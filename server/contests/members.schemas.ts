import { z } from '@hono/zod-openapi'
import { UnitId } from '../units/units.schemas.ts'

export const MEMBER_PROBLEMS = [
  'missing_column',
  'missing',
  'bad_code',
  'bad_name',
  'unknown_block',
  'duplicate',
  'of_another_unit',
  'too_many',
] as const
export type MemberProblem = (typeof MEMBER_PROBLEMS)[number]

export const MembersParams = z.object({ id: z.string().max(40), unitId: UnitId })
export const MemberParams = z.object({ id: z.string().max(40), memberId: z.string().max(40) })
export const ListUpload = z.strictObject({ dryRun: z.enum(['true', 'false']).default('true') })

export const MemberList = z
  .strictObject({
    unitId: z.string(),
    unitName: z.string(),
    items: z.array(
      z.strictObject({
        id: z.string(),
        name: z.string(),
        code: z.string(),
        blockId: z.string(),
        isOrganiser: z.boolean(),
      }),
    ),
  })
  .openapi('ContestMemberList')

/** What a list would do; nothing in it names anybody but by the row. */
export const MemberReport = z
  .strictObject({
    /** Whether the list was replaced; never by a dry run. */
    applied: z.boolean(),
    adds: z.int(),
    stays: z.int(),
    leaves: z.int(),
    errors: z.array(z.strictObject({ row: z.int(), column: z.string().nullable(), problem: z.enum(MEMBER_PROBLEMS) })),
  })
  .openapi('ContestMemberReport')
export type MemberReport = z.infer<typeof MemberReport>

export const OrganiserMark = z.strictObject({ isOrganiser: z.boolean() }).openapi('OrganiserMark')
export const Deleted = z.strictObject({ deleted: z.int() }).openapi('ContestMembersDeleted')
