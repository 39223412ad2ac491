import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import { giveCode, signIn, signOut } from './sign-in.usecases.ts'
import { Done, SignIn, SignInCode, SignInState } from './staff.schemas.ts'

const enter = route('POST /admin/api/session', {
  summary: 'Sign in with e-mail and password',
  access: 'anyone',
  body: SignIn,
  reply: SignInState,
  problems: ['staff.wrong_credentials', 'staff.too_many_attempts'],
})

const code = route('POST /admin/api/session/code', {
  summary: 'The second step: a code from the app, or a backup code',
  access: 'anyone',
  body: SignInCode,
  reply: SignInState,
  problems: ['staff.wrong_code', 'staff.sign_in_expired', 'staff.too_many_attempts'],
})

const leave = route('DELETE /admin/api/session', {
  summary: 'Sign out of this session',
  access: 'anyone',
  reply: Done,
})

export function sessionDoors(api: StaffApi) {
  api.serveSignIn(enter, (ctx, { body }, from) => signIn(ctx, body, from))
  api.serveSignIn(code, (ctx, { body }, from) => giveCode(ctx, body, from))
  api.serveSignIn(leave, (ctx, _, from) => signOut(ctx, from))
}
