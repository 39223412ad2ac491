import { eq } from 'drizzle-orm'
import { chatOutgoing } from '../../server/chat/chat.table.ts'
import { enqueueSay } from '../../server/chat/outgoing.queries.ts'
import { makeTalker } from '../conversations/talking.ts'
import type { Example, Office } from './staff-example.ts'

const PAIR = { access: 'an access token of tests', refresh: 'a refresh token of tests' }
const OFF = { isOff: false, notice: '', hasButtons: false, mayPay: false }

/** A message that Zalo has refused. */
async function undelivered({ service: { ctx }, canary }: Office) {
  const somebody = await makeTalker({ ctx })
  const wish = { personId: somebody.id, kind: 'notice' as const, dedupeKey: ctx.newId(), say: { text: canary } }
  const id = await ctx.write((tx) => enqueueSay(tx, ctx, wish))
  await ctx.write(async (tx) => {
    await tx.update(chatOutgoing).set({ state: 'failed', problem: 'zalo_-230' }).where(eq(chatOutgoing.id, id))
  })
  return id
}

export const CHAT_CHANNEL_EXAMPLES: Example[] = [
  {
    line: 'GET /admin/api/chat-channels',
    needs: 'chat.configure',
    scope: 'root',
    call: () => ({ path: '/admin/api/chat-channels' }),
  },
  {
    line: 'PUT /admin/api/chat-channels/{channel}',
    needs: 'chat.configure',
    scope: 'root',
    call: () => ({ path: '/admin/api/chat-channels/bot', body: OFF }),
  },
  {
    line: 'GET /admin/api/zalo-account',
    needs: 'chat.configure',
    scope: 'root',
    call: () => ({ path: '/admin/api/zalo-account' }),
  },
  {
    line: 'POST /admin/api/zalo-grant',
    needs: 'chat.configure',
    scope: 'root',
    call: () => ({ path: '/admin/api/zalo-grant' }),
  },
  {
    line: 'PUT /admin/api/zalo-grant/tokens',
    needs: 'chat.configure',
    scope: 'root',
    call: () => ({ path: '/admin/api/zalo-grant/tokens', body: PAIR }),
  },
  {
    line: 'GET /admin/api/undelivered',
    needs: 'chat.configure',
    scope: 'root',
    call: async (office) => {
      await undelivered(office)
      return { path: '/admin/api/undelivered' }
    },
  },
  ...(['again', 'drop'] as const).map(
    (step): Example => ({
      line: `POST /admin/api/undelivered/{id}/${step}`,
      needs: 'chat.configure',
      scope: 'root',
      call: async (office) => ({ path: `/admin/api/undelivered/${await undelivered(office)}/${step}` }),
    }),
  ),
]
