import { useIsSession, useOwn } from '../../api/use-citizen.ts'

/** Only for who is known already: counting opens no session and asks Zalo nothing. */
export function UnreadTag() {
  const hasSession = useIsSession()
  const messages = useOwn(hasSession ? '/api/me/messages' : null, { query: {} })
  const unread = messages.data?.unread ?? 0
  return unread === 0 ? null : <span className="tag warn">{unread} tin chưa đọc</span>
}
