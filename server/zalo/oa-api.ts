import { z } from 'zod'
import { articleCalls } from './oa-articles.ts'
import type { OaCall } from './oa-client.ts'

const Text = z.coerce.string()
/** A success whose answer lacks a message's name would still be a success. */
const MessageSent = z.looseObject({
  message_id: Text.catch(''),
  quota: z.looseObject({ quota_type: z.string().catch(''), remain: z.coerce.number().catch(Number.NaN) }).optional(),
})
const Attachment = z.looseObject({ attachment_id: z.string().min(1) })
const FileToken = z.looseObject({ token: z.string().min(1) })
const Oa = z.looseObject({
  oaid: Text.optional(),
  oa_id: Text.optional(),
  name: z.string().catch(''),
  is_verified: z.boolean().catch(false),
  package_name: z.string().catch(''),
  package_valid_through_date: z.string().catch(''),
  num_follower: z.coerce.number().catch(0),
})
const Quota = z.looseObject({
  last_interaction: z.coerce.number().optional().catch(undefined),
  cs_reply: z.looseObject({ remain: z.coerce.number(), total: z.coerce.number() }).optional().catch(undefined),
})
const Person = z.looseObject({
  user_id: Text,
  user_id_by_app: Text.catch(''),
  display_name: z.string().catch(''),
  user_is_follower: z.boolean().catch(false),
  is_sensitive: z.boolean().catch(false),
})
const Past = z.array(
  z.looseObject({
    /** 0: the account; 1: the person. */
    src: z.coerce.number(),
    time: z.coerce.number(),
    message: z.string().catch(''),
    message_id: Text.catch(''),
  }),
)
const Followers = z.looseObject({
  total: z.coerce.number(),
  users: z.array(z.looseObject({ user_id: Text })).catch([]),
})
const Nothing = z.looseObject({})

export type OaClient = ReturnType<typeof createOaClient>

/** Whom a broadcast is for, by the numbers of Zalo's lists; nothing: everybody who follows. */
export type BroadcastTarget = {
  ages?: number[]
  gender?: number
  locations?: number[]
  cities?: number[]
  platforms?: number[]
}
/** How the target is written: sources disagree (strings, numbers, lists), so it can be exchanged. */
export type TargetWriter = (target: BroadcastTarget) => Record<string, unknown>

/** Comma-separated strings, as in Zalo's own .NET SDK. */
export const targetAsStrings: TargetWriter = (target) =>
  Object.fromEntries(
    Object.entries(target)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, Array.isArray(value) ? value.join(',') : String(value)]),
  )

/** What the Official Account can be asked to do. */
export function createOaClient(call: OaCall, { writeTarget = targetAsStrings }: { writeTarget?: TargetWriter } = {}) {
  return {
    ...articleCalls(call),
    /** One consultation message to one person. */
    sendMessage: (userId: string, message: object) =>
      call({ path: '/v3.0/oa/message/cs', post: { recipient: { user_id: userId }, message } }, MessageSent),
    /** An article to everybody who follows and is meant; it cannot be taken back. */
    broadcast: (articleId: string, target: BroadcastTarget) =>
      call({ path: '/v2.0/oa/message', post: broadcastOf(articleId, writeTarget(target)) }, MessageSent),
    /** A sign under what somebody wrote, `/-strong`; costs nothing. */
    react: (userId: string, { messageId, icon }: { messageId: string; icon: string }) =>
      call({ path: '/v2.0/oa/message', post: reactionOf(userId, messageId, icon) }, MessageSent),
    sendToGroup: (groupId: string, text: string) =>
      call(
        { path: '/v3.0/oa/group/message', post: { recipient: { group_id: groupId }, message: { text } } },
        MessageSent,
      ),
    /** A JPEG or PNG of at most 1 MB; gone after seven days. */
    uploadImage: (file: Upload) => call({ path: '/v2.0/oa/upload/image', upload: file }, Attachment),
    /** A PDF of at most 5 MB; gone after seven days, so a form is rather sent as its address. */
    uploadFile: (file: Upload) => call({ path: '/v2.0/oa/upload/file', upload: file }, FileToken),
    readOa: () => call({ path: '/v2.0/oa/getoa', get: {} }, Oa),
    /** What may still be said to this person without paying. */
    readQuota: (userId: string) => call({ path: '/v3.0/oa/quota/message', post: { user_id: userId } }, Quota),
    readPerson: (userId: string) => call({ path: '/v3.0/oa/user/detail', get: { user_id: userId } }, Person),
    listFollowers: (page: { offset: number; count: number }) =>
      call({ path: '/v3.0/oa/user/getlist', get: { ...page, is_follower: true } }, Followers),
    /** The last messages with somebody, newest first; at most ten a time. */
    listMessages: (userId: string, offset: number) =>
      call({ path: '/v2.0/oa/conversation', get: { user_id: userId, offset, count: 10 } }, Past),
    /** What Zalo keeps of a person for us is forgotten, as they asked. */
    forgetPerson: (userId: string) => call({ path: '/v2.0/oa/deletefollowerinfo', post: { user_id: userId } }, Nothing),
  }
}

type Upload = { bytes: Buffer; name: string; type: string }

function broadcastOf(articleId: string, target: Record<string, unknown>) {
  const payload = { template_type: 'media', elements: [{ media_type: 'article', attachment_id: articleId }] }
  return { recipient: { target }, message: { attachment: { type: 'template', payload } } }
}

function reactionOf(userId: string, messageId: string, icon: string) {
  return { recipient: { user_id: userId }, sender_action: { react_icon: icon, react_message_id: messageId } }
}
