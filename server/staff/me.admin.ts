import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { changePassword, readMe } from './me.usecases.ts'
import { confirmSecondFactor, startSecondFactor } from './second-factor.usecases.ts'
import { BackupCodes, Done, Me, PasswordAgain, PasswordChange, SecondFactorSetup, SignInCode } from './staff.schemas.ts'

const me = route('GET /admin/api/me', {
  summary: 'Who is signed in, and what they may do where',
  access: 'signed_in',
  reply: Me,
})

const password = route('POST /admin/api/me/password', {
  summary: 'Another password; every other session of this person ends',
  access: 'signed_in',
  body: PasswordChange,
  reply: Done,
  problems: ['staff.wrong_password', 'staff.password_refused', 'staff.too_many_attempts'],
})

const secondFactor = route('POST /admin/api/me/second-factor', {
  summary: 'A secret for an authenticator app; not asked for before it is confirmed',
  access: 'signed_in',
  body: PasswordAgain,
  reply: SecondFactorSetup,
  problems: ['staff.wrong_password', 'staff.second_factor_on', 'staff.too_many_attempts'],
})

const confirm = route('POST /admin/api/me/second-factor/confirm', {
  summary: 'The first code of the app turns the second factor on; answers the backup codes, once',
  access: 'signed_in',
  body: SignInCode,
  reply: BackupCodes,
  problems: ['staff.wrong_code', 'staff.second_factor_on', 'staff.too_many_attempts'],
})

/** Those that open a new session answer with its cookie, so they come in by the door of signing in. */
export function meDoors(api: StaffApi) {
  api.serve(me, (ctx) => readMe(ctx))
  api.serveSignIn(password, (ctx, { body }, from) => changePassword(ctx, body, from))
  api.serveSignIn(secondFactor, (ctx, { body }, from) => startSecondFactor(ctx, body, from))
  api.serveSignIn(confirm, (ctx, { body }, from) => confirmSecondFactor(ctx, body, from))
}
