import type { components } from '../../api/schema.gen.ts'

export type Member = components['schemas']['StaffMember']
export type Token = components['schemas']['Token']
type State = { text: string; color?: 'success' | 'warning' | 'error' }

/** What somebody who looks after accounts needs to see of one. */
export function memberStates({ disabledAt, secondFactorEnabled }: Member): State[] {
  if (disabledAt !== null) return [{ text: 'Đã khóa', color: 'error' }]
  const active: State = { text: 'Đang hoạt động', color: 'success' }
  return secondFactorEnabled ? [active] : [active, { text: 'Chưa bật xác thực hai bước', color: 'warning' }]
}

export function tokenState({ revokedAt, expiresAt }: Token, now = new Date().toISOString()) {
  if (revokedAt !== null) return 'revoked'
  return expiresAt <= now ? 'expired' : 'live'
}
