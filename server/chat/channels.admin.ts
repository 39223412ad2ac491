import { z } from '@hono/zod-openapi'
import { route } from '../http/route.ts'
import type { StaffApi } from '../http/staff-api.ts'
import {
  ChannelName,
  ChannelSettingsDraft,
  ChatChannelList,
  GrantAddress,
  GrantReturn,
  TokenPairDraft,
  UndeliveredList,
  ZaloAccount,
} from './channels.schemas.ts'
import { changeChannel, listChannels } from './channels.usecases.ts'
import { beginGrant, finishGrant, pasteTokens, readZaloAccount } from './granting.usecases.ts'
import { dropUndelivered, listUndelivered, sendUndelivered } from './undelivered.usecases.ts'

const access = { may: 'chat.configure' } as const
const Id = z.object({ id: z.string().min(1).max(80) })

const list = route('GET /admin/api/chat-channels', {
  ...{ access, summary: 'Ways of talking with people, and how they are' },
  reply: ChatChannelList,
})
const change = route('PUT /admin/api/chat-channels/{channel}', {
  ...{ access, summary: 'Switch a channel off or on, its buttons, and what may cost money' },
  params: z.object({ channel: ChannelName }),
  body: ChannelSettingsDraft,
  reply: ChatChannelList,
})
const account = route('GET /admin/api/zalo-account', {
  ...{ access, summary: 'What Zalo says of the Official Account' },
  reply: ZaloAccount,
})
const begin = route('POST /admin/api/zalo-grant', {
  ...{ access, summary: 'The address at which the account allows us to speak for it' },
  reply: GrantAddress,
  problems: ['channel.not_set'],
})
const finish = route('POST /admin/api/zalo-grant/return', {
  ...{ access, summary: 'What came back from that address' },
  body: GrantReturn,
  reply: ChatChannelList,
  problems: ['channel.not_set', 'grant.stale', 'grant.foreign_account', 'grant.refused', 'grant.lost'],
})
const paste = route('PUT /admin/api/zalo-grant/tokens', {
  ...{ access, summary: 'A pair of tokens copied from Zalo’s console; never shown again' },
  body: TokenPairDraft,
  reply: ChatChannelList,
  problems: ['channel.not_set'],
})
const undelivered = route('GET /admin/api/undelivered', {
  ...{ access, summary: 'Messages that will not leave by themselves, and why' },
  reply: UndeliveredList,
})
const again = route('POST /admin/api/undelivered/{id}/again', {
  ...{ access, summary: 'Try it once more' },
  params: Id,
  reply: UndeliveredList,
  problems: ['undelivered.not_found'],
})
const drop = route('POST /admin/api/undelivered/{id}/drop', {
  ...{ access, summary: 'Let it be' },
  params: Id,
  reply: UndeliveredList,
  problems: ['undelivered.not_found'],
})

export function chatChannelDoors(api: StaffApi) {
  api.serve(list, (ctx) => listChannels(ctx))
  api.serve(change, (ctx, { params, body }) => changeChannel(ctx, params.channel, body))
  api.serve(account, (ctx) => readZaloAccount(ctx))
  api.serve(begin, (ctx) => beginGrant(ctx), { isReplySecret: true })
  api.serve(finish, (ctx, { body }) => finishGrant(ctx, body))
  api.serve(paste, (ctx, { body }) => pasteTokens(ctx, body))
  api.serve(undelivered, (ctx) => listUndelivered(ctx))
  api.serve(again, (ctx, { params }) => sendUndelivered(ctx, params.id))
  api.serve(drop, (ctx, { params }) => dropUndelivered(ctx, params.id))
}
