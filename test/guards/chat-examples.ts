import { officerSpoke } from '../../server/conversations/handoff.queries.ts'
import { makeTalker } from '../conversations/talking.ts'
import type { Example, Office } from './staff-example.ts'

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

/** Somebody in the queue. */
async function waiting(office: Office) {
  const somebody = await makeTalker(office.service)
  await somebody.says(office.canary)
  await somebody.asks('gặp cán bộ')
  return somebody.id
}

/** Somebody to whom an officer wrote in Zalo's own console: any other officer may go on in their place. */
async function spokenTo(office: Office) {
  const { ctx } = office.service
  const somebody = await makeTalker(office.service)
  await somebody.says(office.canary)
  await ctx.write((tx) => officerSpoke(tx, ctx, somebody.id))
  return somebody.id
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
    call: async (office) => ({ path: `/admin/api/conversations/${await waiting(office)}/claim` }),
  },
  {
    line: 'POST /admin/api/conversations/{id}/replies',
    needs: 'chat.answer',
    scope: 'root',
    call: async (office) => ({
      path: `/admin/api/conversations/${await spokenTo(office)}/replies`,
      body: { text: 'Chào anh/chị.' },
    }),
  },
  {
    line: 'POST /admin/api/conversations/{id}/return',
    needs: 'chat.answer',
    scope: 'root',
    call: async (office) => ({ path: `/admin/api/conversations/${await spokenTo(office)}/return` }),
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
  {
    line: 'GET /admin/api/answer-checks',
    needs: 'content.read',
    scope: 'own',
    call: () => ({ path: '/admin/api/answer-checks' }),
  },
]
