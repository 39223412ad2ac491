import { eq } from 'drizzle-orm'
import { chatHandoffs } from '../../server/conversations/conversations.table.ts'
import { makeTalker } from '../conversations/talking.ts'
import type { Call, Example, Office } from './staff-example.ts'

const DAYS = 'from=2026-11-01&to=2026-11-30'

/** One person has said the canary; everybody of the root unit may read it. */
const talkers = new WeakMap<Office, Promise<string>>()
function talker(office: Office) {
  const known = talkers.get(office) ?? begin(office)
  talkers.set(office, known)
  return known
}
async function begin({ service, canary }: Office) {
  const somebody = await makeTalker(service)
  await somebody.says(canary)
  return somebody.id
}

/** Somebody whom every officer of the root unit who may answer could have taken: whoever calls is the one who has. */
async function taken(office: Office): Promise<string> {
  const somebody = await makeTalker(office.service)
  await somebody.says(office.canary)
  await somebody.asks('gặp cán bộ')
  return somebody.id
}

const atConversation = (verb: string, body?: unknown) => async (office: Office) => {
  const call: Call = { path: `/admin/api/conversations/${await taken(office)}${verb}`, body }
  return call
}

export const CHAT_EXAMPLES: Example[] = [
  {
    line: 'GET /admin/api/conversations',
    needs: 'chat.read',
    scope: 'root',
    call: async (office) => {
      await talker(office)
      return { path: '/admin/api/conversations' }
    },
  },
  {
    line: 'GET /admin/api/handoffs',
    needs: 'chat.read',
    scope: 'root',
    call: () => ({ path: '/admin/api/handoffs' }),
  },
  {
    line: 'GET /admin/api/handoffs/counts',
    needs: 'chat.read',
    scope: 'root',
    call: () => ({ path: '/admin/api/handoffs/counts' }),
  },
  {
    line: 'GET /admin/api/conversations/{id}',
    needs: 'chat.read',
    scope: 'root',
    call: async (office) => ({ path: `/admin/api/conversations/${await talker(office)}` }),
  },
  {
    line: 'POST /admin/api/conversations/{id}/claim',
    needs: 'chat.answer',
    scope: 'root',
    call: atConversation('/claim'),
  },
  {
    line: 'GET /admin/api/chat-questions',
    needs: 'figures.read',
    scope: 'own',
    call: () => ({ path: `/admin/api/chat-questions?${DAYS}` }),
  },
  {
    line: 'POST /admin/api/chat-questions/settle',
    needs: 'content.write',
    scope: 'root',
    call: () => ({ path: '/admin/api/chat-questions/settle', body: { folded: ['hoc phi truong tu'] } }),
  },
  {
    line: 'GET /admin/api/chat-figures',
    needs: 'figures.read',
    scope: 'own',
    call: () => ({ path: `/admin/api/chat-figures?${DAYS}` }),
  },
  { line: 'GET /admin/api/answer-checks', needs: 'content.read', scope: 'own', call: () => ({ path: '/admin/api/answer-checks' }) },
]
