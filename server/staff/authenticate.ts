import type { Ctx, System } from '../ctx.ts'
import { AppError } from '../errors.ts'
import type { Authenticate } from '../http/staff-api.ts'

export function createAuthenticate(_: Ctx<System>): Authenticate {
  return async () => {
    throw new AppError('staff.not_signed_in')
  }
}
