import type { LocalConnection } from '../server/db/local-connection.ts'
import type { Line } from '../simulator/oa.ts'

const ANSWER = /^oa user_send_text b(\d+)-(\d+) /

/** Holds what stands on people's phones against what they had said: every event answered, once, and each person in order. */
export function auditAnswers({
  database,
  lines,
  chatters,
  total,
}: {
  database: LocalConnection
  lines: readonly Line[]
  chatters: number
  total: number
}) {
  const answers = database
    .rows("SELECT dedupe_key, message_id FROM chat_outgoing WHERE kind = 'reply'")
    .map(([key, messageId]) => ({ key: String(key), messageId: String(messageId) }))
  const byMessage = new Map(answers.map((answer) => [answer.messageId, answer.key]))
  const answered = new Set(answers.map(({ key }) => ANSWER.exec(key)?.slice(1, 3).join('-')))
  const ours = lines.filter(({ by }) => by === 'oa')
  const onPhones = new Map<string, number>()
  for (const { messageId } of ours) onPhones.set(messageId ?? '', (onPhones.get(messageId ?? '') ?? 0) + 1)

  const expected = Array.from({ length: total }, (_, at) => `${at % chatters}-${Math.floor(at / chatters)}`)
  const lastPlace = new Map<string, number>()
  const disordered = new Set<string>()
  for (const { userId, messageId } of ours) {
    const place = Number(ANSWER.exec(byMessage.get(messageId ?? '') ?? '')?.[2] ?? -1)
    if (place < (lastPlace.get(userId) ?? 0)) disordered.add(userId)
    lastPlace.set(userId, place)
  }
  return {
    unanswered: expected.filter((event) => !answered.has(event)).length,
    missing: answers.filter(({ messageId }) => !onPhones.has(messageId)).length,
    twice: ours.length - new Set(ours.map(({ messageId }) => byMessage.get(messageId ?? '') ?? messageId)).size,
    strange: ours.filter(({ messageId }) => !byMessage.has(messageId ?? '')).length,
    disordered: disordered.size,
  }
}
