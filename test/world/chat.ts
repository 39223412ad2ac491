import { SENDING_JOB, TURNS_JOB } from '../../server/chat/chat.schemas.ts'
import type { Service } from '../../server/start.ts'
import type { Line } from '../../simulator/oa.ts'
import { samplePhoto } from '../../simulator/sample-photo.ts'
import type { startSimulator } from '../../simulator/start.ts'

type Zalo = Awaited<ReturnType<typeof startSimulator>>
const MOST_ROUNDS = 20
let opened = 0

/** What the service is told so that the account it speaks for is the simulator's. */
export function chatSettings(zalo: Zalo): Record<string, string> {
  const { appId, oaId, secretKey } = zalo.oa.settings
  const pair = zalo.tokens.issue()
  return {
    ...{ ZALO_APP_ID: appId, ZALO_OA_ID: oaId, ZALO_OA_SECRET_KEY: secretKey },
    ...{ ZALO_OA_URL: zalo.url, ZALO_OAUTH_URL: zalo.url },
    ...{ ZALO_OA_ACCESS_TOKEN: pair.access_token, ZALO_OA_REFRESH_TOKEN: pair.refresh_token },
    ZALO_OA_RATE: '100000',
  }
}

/** Until everything said was heard, answered and sent, and nothing comes of that any more. */
export async function untilQuiet({ service, zalo }: { service: Service; zalo: Zalo }) {
  for (let round = 0, calm = 0; calm < 2 && round < MOST_ROUNDS; round += 1) {
    const before = zalo.delivery.parcels().length
    await zalo.delivery.settled()
    await service.takeIn()
    await service.runJob(TURNS_JOB)
    await service.runJob(SENDING_JOB)
    calm = zalo.delivery.parcels().length === before ? calm + 1 : 0
  }
}

export type ChatWish = {
  name?: string
  follows?: boolean
  /** Somebody whom another world's service knows already: Zalo knows that they have just written. */
  goesOn?: { userId: string; idByApp: string }
}

/** A phone on which somebody chats with the account; they follow it, unless told otherwise. */
export async function openChat(
  world: { service: Service; zalo: Zalo },
  { name = 'Lê Thị Hoa', goesOn, follows = goesOn === undefined }: ChatWish = {},
) {
  const { zalo } = world
  opened += 1
  const userId = goesOn?.userId ?? `73${String(opened).padStart(17, '0')}`
  const id = goesOn?.idByApp ?? `40${String(opened).padStart(17, '0')}`
  zalo.state.addPerson({ id, oaUserId: userId, name, phone: `849${String(opened).padStart(8, '0')}` })
  const said = () => zalo.oa.lines(userId).filter(({ by, kind }) => by !== 'person' && kind !== 'react')
  let read = 0
  const reply = async () => {
    await untilQuiet(world)
    const all = said()
    const fresh = all.slice(read).map(({ text }) => text)
    read = all.length
    return fresh
  }
  const known = goesOn && zalo.oa.find(userId)
  if (known) zalo.oa.interact(known)
  if (follows) zalo.driver.follow(userId)
  if (follows) await reply()
  return {
    userId,
    /** As the Mini App knows them. */
    idByApp: id,
    says: (text: string) => zalo.driver.text(userId, text),
    /** One of the lines offered, as a button or by its number. */
    taps(label: string) {
      const tapped = findOffered(said(), label)
      if (tapped === undefined) throw new Error(`nothing offered reads “${label}”`)
      return tapped.kind === 'line'
        ? zalo.driver.text(userId, tapped.number)
        : zalo.driver.tap(userId, { payload: tapped.payload, hidden: tapped.hidden })
    },
    sendsPhoto: () =>
      zalo.driver.sendFile(userId, 'image', { bytes: samplePhoto(), type: 'image/png', name: 'anh.png' }),
    sendsPlace: (latitude = '11.3131', longitude = '106.0963') => zalo.driver.location(userId, { latitude, longitude }),
    reacts: (messageId: string, icon: string) => zalo.driver.react(userId, { messageId, icon }),
    follows: () => zalo.driver.follow(userId),
    unfollows: () => zalo.driver.unfollow(userId),
    withdraws: () => zalo.driver.withdraw(userId),
    /** An officer answers them in Zalo's own console. */
    hearsOfficer: (text: string) => zalo.driver.agentReplies(userId, text),
    /** Everything said to them so far, without waiting. */
    heard: () => said().map(({ text }) => text),
    /** What has been said to them since they last looked, once all is quiet. */
    reply,
    /** Everything, as the phone shows it. */
    lines: () => zalo.oa.lines(userId),
  }
}

type Offered = { kind: 'button'; payload: string; hidden: boolean } | { kind: 'line'; number: string }

function findOffered(said: readonly Line[], label: string): Offered | undefined {
  const isIt = (text: string) => text === label || text.replace(/^\d{1,2}\. /, '') === label
  for (const { text, buttons } of [...said].reverse()) {
    const button = buttons.find(({ title }) => isIt(title))
    if (button) return { kind: 'button', payload: String(button.payload), hidden: button.type === 'oa.query.hide' }
    const line = text.split('\n').findLast((one) => /^\d{1,2}\. /.test(one) && isIt(one))
    if (line) return { kind: 'line', number: String(Number.parseInt(line, 10)) }
  }
  return undefined
}
