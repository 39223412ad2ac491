import { FREE_MS, type Line, type Oa, type OaPerson } from './oa.ts'
import { type Answer, invalid, refuse, type Serve } from './openapi.ts'
import { repliesLeft } from './send-rules.ts'
import type { State } from './state.ts'

const DAY_MS = 24 * 3_600_000
const VIETNAM_AHEAD_MS = 7 * 3_600_000
const MOST_PEOPLE = 50
const LAST_OFFSET = 9_951
const MOST_LINES = 10
const AVATAR = 'https://s120-ava-talk.zadn.vn/default.jpg'

/** Who follows, what they are called and tagged, what was said with them, and what may still be sent. */
export function peopleDoors(serve: Serve, { state, oa }: { state: State; oa: Oa }) {
  const textOf = (value: unknown) => (typeof value === 'string' ? value : '')
  const known = (body: Record<string, unknown>) => oa.find(textOf(body.user_id))

  serve('get', '/v3.0/oa/user/detail', ({ body }) => {
    const person = known(body)
    if (!person?.isFollower && person?.lastInteractionMs == null) return refuse(-213, 'User has not followed OA')
    return { data: tellPerson(person) }
  })
  serve('get', '/v3.0/oa/user/getlist', ({ body }) => listPeople(body, oa, state.time()))
  serve('post', '/v3.0/oa/user/update', ({ body }) => {
    const person = known(body)
    if (!person) return invalid('user_id')
    if (typeof body.alias === 'string') person.alias = body.alias
    return { data: {} }
  })
  serve('post', '/v2.0/oa/deletefollowerinfo', ({ body }) => {
    const person = known(body)
    if (!person) return invalid('user_id')
    Object.assign(person, { alias: '', notes: [], tags: new Set<string>() })
    return { data: {} }
  })
  serve('post', '/v2.0/oa/tag/tagfollower', ({ body }) => {
    const person = known(body)
    if (!person) return invalid('user_id')
    if (textOf(body.tag_name) === '') return invalid('tag_name')
    person.tags.add(textOf(body.tag_name))
    return { data: {} }
  })
  serve('post', '/v2.0/oa/tag/rmfollowerfromtag', ({ body }) =>
    known(body)?.tags.delete(textOf(body.tag_name)) ? { data: {} } : invalid('tag_name'),
  )
  serve('post', '/v2.0/oa/tag/rmtag', ({ body }) => {
    const had = oa.met().filter(({ tags }) => tags.delete(textOf(body.tag_name)))
    return had.length > 0 ? { data: {} } : invalid('tag_name')
  })
  serve('get', '/v2.0/oa/tag/gettagsofoa', () => ({ data: [...new Set(oa.met().flatMap(({ tags }) => [...tags]))] }))
  serve('get', '/v2.0/oa/getoa', () => ({ data: tellAccount(oa) }))

  serve('post', '/v3.0/oa/quota/message', ({ body }) => {
    if (body.quota_owner !== undefined) return { data: tellAssets(oa) }
    const person = known(body)
    if (!person || person.lastInteractionMs === null) return refuse(-213, 'User has not followed OA')
    const isFree = state.time() - person.lastInteractionMs <= FREE_MS
    const cs_reply = { remain: isFree ? repliesLeft(person, oa) : 0, total: oa.settings.freeReplies ?? 8 }
    const promotion = { daily_remain: 1, daily_total: 1, monthly_remain: 6, monthly_total: 6 }
    return { data: { last_interaction: String(person.lastInteractionMs), cs_reply, promotion } }
  })
  serve('post', '/v2.0/oa/quota/message', ({ body }) =>
    known(body) ? { data: { type: body.type ?? 'promotion', remain: '1', total: '1' } } : invalid('user_id'),
  )
  serve('get', '/v2.0/oa/conversation', ({ body }) => {
    const userId = textOf(body.user_id)
    return pageOf(body, said(oa.lines(userId)), (line) => tellLine(line, oa))
  })
  serve('get', '/v2.0/oa/listrecentchat', ({ body }) => {
    const last = oa.talkedWith().flatMap((userId) => said(oa.lines(userId)).slice(0, 1))
    const newest = last.sort((one, other) => other.seq - one.seq)
    return pageOf(body, newest, (line) => tellLine(line, oa))
  })
}

function said(lines: readonly Line[]) {
  return lines.filter(({ messageId }) => messageId !== null).reverse()
}

function pageOf<T>(
  { offset = 0, count = MOST_LINES }: Record<string, unknown>,
  all: T[],
  tell: (one: T) => unknown,
): Answer {
  if (Number(count) > MOST_LINES) return refuse(-210, 'Parameter exceeds allowable limit: count')
  return { data: all.slice(Number(offset), Number(offset) + Number(count)).map(tell) }
}

function listPeople(body: Record<string, unknown>, oa: Oa, at: number): Answer {
  const { offset = 0, count = 15, tag_name: tag, last_interaction_period: period, is_follower: isFollower } = body
  if (Number(count) > MOST_PEOPLE) return refuse(-210, 'Parameter exceeds allowable limit: count')
  if (Number(offset) > LAST_OFFSET) return refuse(-210, 'Parameter exceeds allowable limit: offset')
  const days: Record<string, number> = { TODAY: 1, L7D: 7, L30D: 30 }
  const since = typeof period === 'string' && days[period] !== undefined ? at - days[period] * DAY_MS : undefined
  const fits = oa
    .met()
    .filter(
      (person) =>
        (tag === undefined || person.tags.has(String(tag))) &&
        (isFollower === undefined || person.isFollower === isFollower) &&
        (since === undefined || (person.lastInteractionMs ?? 0) >= since),
    )
  const users = fits.slice(Number(offset), Number(offset) + Number(count)).map(({ userId }) => ({ user_id: userId }))
  return { data: { total: fits.length, count: users.length, offset: Number(offset), users } }
}

function tellPerson(person: OaPerson) {
  const last = new Date((person.lastInteractionMs ?? 0) + VIETNAM_AHEAD_MS).toISOString().slice(0, 10)
  return {
    user_id: person.userId,
    user_id_by_app: person.userIdByApp,
    user_external_id: '',
    display_name: person.name,
    user_alias: person.alias,
    is_sensitive: false,
    user_last_interaction_date: last.split('-').reverse().join('/'),
    user_is_follower: person.isFollower,
    avatar: AVATAR,
    avatars: { 120: AVATAR, 240: AVATAR },
    dynamic_param: '',
    tags_and_notes_info: { notes: person.notes, tag_names: [...person.tags] },
    shared_info: { address: '', city: '', district: '', phone: 0, name: '' },
  }
}

function tellAccount({ settings, met }: Oa) {
  return {
    oaid: settings.oaId,
    name: settings.oaName,
    description: '',
    oa_alias: 'gdtayninh',
    is_verified: true,
    oa_type: 4,
    cate_name: 'Cơ quan nhà nước',
    num_follower: met().filter(({ isFollower }) => isFollower).length,
    avatar: AVATAR,
    cover: AVATAR,
    package_name: 'Growth',
    package_valid_through_date: '31/12/2027',
    package_auto_renew_date: '',
    linked_ZCA: '',
  }
}

function tellAssets({ settings }: Oa) {
  const remain = settings.bought
  const kind = { product_type: 'cs', quota_type: 'purchase_quota', valid_through: '31/12/2027' }
  return [{ asset_id: '8f1c2d3e4a5b6c7d8e9f', ...kind, total: 100, remain }]
}

function tellLine({ by, at, kind, text, messageId, userId }: Line, oa: Oa) {
  const person = { id: userId, name: oa.find(userId)?.name ?? '' }
  const account = { id: oa.settings.oaId, name: oa.settings.oaName }
  const [from, to] = by === 'person' ? [person, account] : [account, person]
  const names = { from_display_name: from.name, from_avatar: AVATAR, to_display_name: to.name, to_avatar: AVATAR }
  const type = kind === 'image' ? 'photo' : kind
  const said = { src: by === 'person' ? 1 : 0, time: at, type, message: text, message_id: messageId }
  return { ...said, from_id: from.id, to_id: to.id, ...names }
}
