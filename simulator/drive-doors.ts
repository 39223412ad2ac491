import type { Hono } from 'hono'
import { z } from 'zod'
import { withBody } from './control.ts'
import type { Delivery } from './delivery.ts'
import type { Driver } from './driver.ts'
import type { Oa } from './oa.ts'
import { OaSettings, Weather } from './oa-settings.ts'
import type { OaTokens } from './oa-tokens.ts'
import { samplePhoto } from './sample-photo.ts'

const Nothing = z.strictObject({})
const Text = z.strictObject({
  text: z.string().min(1),
  quote: z.string().optional(),
  mangle: z.enum(['wrong_signature', 'reserialised', 'number_timestamp', 'escaped', 'newline']).optional(),
})
const Tap = z.strictObject({ payload: z.string().min(1), hidden: z.boolean().optional() })
/** Without bytes, a picture that is at hand. */
const File = z.strictObject({ base64: z.base64().optional(), type: z.string().optional(), name: z.string().optional() })
const degrees = z.string().regex(/^-?\d{1,3}(\.\d+)?$/)
const Place = z.strictObject({ latitude: degrees, longitude: degrees })
const Sticker = z.strictObject({ id: z.string().optional() })
const Source = z.strictObject({ source: z.enum(['oa_profile', 'message_invite', 'social_plugin']).optional() })
const text = z.string().optional()
const Info = z.strictObject({ name: text, phone: text, city: text, ward: text, address: text })
const Reaction = z.strictObject({ messageId: z.string(), icon: z.string() })
const AgentReply = z.strictObject({ userId: z.string(), text: z.string().min(1) })
const Unknown = z.strictObject({ name: z.string().optional(), length: z.int().min(0).max(4_000_000).optional() })
const Refuses = z.strictObject({ refuses: z.boolean() })

/** What people, an officer and the platform do, by hand: everything under /__sim that has to do with the account. */
export function driveDoors(
  app: Hono,
  { oa, driver, delivery, tokens }: { oa: Oa; driver: Driver; delivery: Delivery; tokens: OaTokens },
) {
  function personDoor<B extends z.ZodType>(verb: string, schema: B, act: (id: string, body: z.output<B>) => unknown) {
    app.post(`/__sim/user/:id/${verb}`, (context) => {
      const id = context.req.param('id')
      if (!oa.find(id)) return context.json({ problem: 'nobody has this number' }, 404)
      return withBody(context, schema, (body) => {
        const messageId = act(id, body)
        return typeof messageId === 'string' ? { messageId } : {}
      })
    })
  }
  const fileOf = ({ base64, type, name }: z.output<typeof File>, usual: { type: string; name: string }) =>
    base64 === undefined
      ? { bytes: samplePhoto(), type: 'image/png', name: 'anh-mau.png' }
      : { bytes: Buffer.from(base64, 'base64'), type: type ?? usual.type, name: name ?? usual.name }

  personDoor('text', Text, (id, { text, ...how }) => driver.text(id, text, how as { quote?: string }))
  personDoor('tap', Tap, (id, { payload, hidden = false }) => driver.tap(id, { payload, hidden }))
  personDoor('image', File, (id, file) =>
    driver.sendFile(id, 'image', fileOf(file, { type: 'image/jpeg', name: 'anh.jpg' })),
  )
  personDoor('file', File, (id, file) =>
    driver.sendFile(id, 'file', fileOf(file, { type: 'application/pdf', name: 'tep.pdf' })),
  )
  personDoor('audio', File, (id, file) =>
    driver.sendFile(id, 'audio', fileOf(file, { type: 'audio/amr', name: 'tieng.amr' })),
  )
  personDoor('location', Place, driver.location)
  personDoor('sticker', Sticker, (id, sticker) => driver.sticker(id, sticker.id))
  personDoor('follow', Source, (id, { source }) => driver.follow(id, source))
  personDoor('unfollow', Source, (id, { source }) => driver.unfollow(id, source))
  personDoor('chatnow', Nothing, driver.openChat)
  personDoor('submit_info', Info, (id, info) => driver.submitInfo(id, info as { name?: string }))
  personDoor('react', Reaction, driver.react)
  personDoor('withdraw', Nothing, driver.withdraw)
  personDoor('unknown', Unknown, (id, { name, length }) => driver.unknown(id, name, length))
  personDoor('refuses', Refuses, (id, { refuses }) => {
    const person = oa.find(id)
    if (person) person.refuses = refuses
  })

  /** By the number the Mini App knows them by. */
  app.post('/__sim/people/:id/revoke-consent', (context) =>
    withBody(context, Nothing, () => driver.revokeConsent(context.req.param('id'))),
  )
  app.post('/__sim/anonymous/:id/text', (context) =>
    withBody(context, Text, ({ text }) => driver.anonymousText(context.req.param('id'), text)),
  )
  app.post('/__sim/agent/reply', (context) =>
    withBody(context, AgentReply, ({ userId, text }) => {
      if (oa.find(userId)) return { messageId: driver.agentReplies(userId, text) }
      return { problem: 'nobody has this number' }
    }),
  )
  app.post('/__sim/webhook/check', (context) => withBody(context, Nothing, () => driver.consoleCheck()))
  app.post('/__sim/webhook/enable', (context) => withBody(context, Nothing, () => delivery.subscribe()))
  app.post('/__sim/settings', (context) =>
    withBody(context, OaSettings.partial(), (wish) => {
      Object.assign(oa.settings, wish)
    }),
  )
  app.post('/__sim/weather', (context) =>
    withBody(context, Weather.partial(), (wish) => {
      Object.assign(delivery.weather, wish)
      if (wish.seed !== undefined) delivery.reseed()
    }),
  )
  app.post('/__sim/grant/revoke', (context) => withBody(context, Nothing, () => tokens.revoke()))
  /** The pair as an administrator copies it from Zalo's own page. */
  app.get('/__sim/grant', (context) => context.json(tokens.issue()))
  app.get('/__sim/transcript', (context) => {
    const after = Number(context.req.query('after') ?? 0)
    const lines = oa.lines(context.req.query('user'))
    return context.json({ lines: lines.filter(({ seq }) => seq > after), isSubscribed: delivery.isSubscribed() })
  })
  app.get('/__sim/deliveries', (context) =>
    context.json({
      isSubscribed: delivery.isSubscribed(),
      deliveries: delivery.parcels().map(({ body, headers, url, ...rest }) => rest),
    }),
  )
}
