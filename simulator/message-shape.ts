import { z } from 'zod'
import type { Button } from './oa.ts'

const LONGEST_TEXT = 2_000
const phone = z.string().regex(/^84\d{8,10}$/)

const ButtonShape = z.discriminatedUnion('type', [
  z.object({
    title: z.string().min(1).max(100),
    type: z.literal('oa.query.show'),
    payload: z.string().min(1).max(1000),
  }),
  z.object({
    title: z.string().min(1).max(100),
    type: z.literal('oa.query.hide'),
    payload: z.string().min(1).max(1000),
  }),
  z.object({
    title: z.string().min(1).max(100),
    type: z.literal('oa.open.url'),
    payload: z.object({ url: z.url({ protocol: /^https?$/ }) }),
  }),
  z.object({
    title: z.string().min(1).max(100),
    type: z.literal('oa.open.phone'),
    payload: z.object({ phone_code: phone }),
  }),
  z.object({
    title: z.string().min(1).max(100),
    type: z.literal('oa.open.sms'),
    payload: z.object({ content: z.string(), phone_code: phone }),
  }),
])

const MediaElement = z.object({
  media_type: z.enum(['image', 'gif', 'sticker']),
  url: z.url({ protocol: /^https?$/ }).optional(),
  attachment_id: z.string().min(1).optional(),
  width: z.number().optional(),
  height: z.number().optional(),
})
const ListElement = z.object({
  title: z.string().min(1).max(100),
  subtitle: z.string().max(500).optional(),
  image_url: z.string().optional(),
  default_action: z.looseObject({ type: z.string() }).optional(),
})
const InfoElement = z.object({ title: z.string().min(1), subtitle: z.string().min(1), image_url: z.string().min(1) })

const Attachment = z.union([
  z.object({ type: z.literal('file'), payload: z.object({ token: z.string().min(1) }) }),
  z.object({
    type: z.literal('template'),
    payload: z.object({
      template_type: z.enum(['media', 'list', 'request_user_info']).optional(),
      elements: z.array(z.unknown()).min(1).max(5).optional(),
      buttons: z.array(ButtonShape).min(1).max(5).optional(),
    }),
  }),
])

const Message = z.object({
  text: z.string().optional(),
  quote_message_id: z.string().optional(),
  attachment: Attachment.optional(),
})

export type ReadMessage = {
  kind: 'text' | 'image' | 'gif' | 'sticker' | 'file' | 'list' | 'template'
  text: string
  quote: string | undefined
  buttons: Button[]
  /** Of an upload: to be looked up. */
  uploadId: string | undefined
  url: string | undefined
}
type Wrong = { wrong: { error: number; message: string } }

const wrong = (field: string): Wrong => ({ wrong: { error: -201, message: `${field} is invalid!` } })

/** A message as Zalo takes it, or Zalo's words for what is wrong with it. */
export function readMessage(value: unknown): ReadMessage | Wrong {
  const parsed = Message.safeParse(value)
  if (!parsed.success) return wrong(['message', ...(parsed.error.issues[0]?.path ?? [])].join('.'))
  const { text = '', quote_message_id: quote, attachment } = parsed.data
  if (text === '' && attachment === undefined) return wrong('message')
  if ([...text].length > LONGEST_TEXT)
    return { wrong: { error: -210, message: 'Parameter exceeds allowable limit: message.text' } }
  const bare = { kind: 'text' as const, text, quote, buttons: [], uploadId: undefined, url: undefined }
  if (attachment === undefined) return bare
  if (attachment.type === 'file') return { ...bare, kind: 'file', uploadId: attachment.payload.token }
  const { template_type: template, elements = [], buttons = [] } = attachment.payload
  if (template === 'media') return readMedia(bare, elements)
  if (template === 'list') return readList(bare, elements)
  if (template === 'request_user_info') {
    const info = InfoElement.safeParse(elements[0])
    return elements.length === 1 && info.success
      ? { ...bare, kind: 'template', text: `${info.data.title}\n${info.data.subtitle}` }
      : wrong('message.attachment.payload.elements')
  }
  return buttons.length > 0 && text !== '' ? { ...bare, buttons } : wrong('message.attachment.payload')
}

function readMedia(bare: ReadMessage, elements: unknown[]): ReadMessage | Wrong {
  const element = MediaElement.safeParse(elements[0])
  if (elements.length !== 1 || !element.success) return wrong('message.attachment.payload.elements')
  const { media_type: kind, url, attachment_id: uploadId, width, height } = element.data
  if ((url === undefined) === (uploadId === undefined)) return wrong('attachment_id')
  if (kind === 'gif' && (width === undefined || height === undefined)) return wrong('width')
  return { ...bare, kind, uploadId: kind === 'sticker' ? undefined : uploadId, url }
}

function readList(bare: ReadMessage, elements: unknown[]): ReadMessage | Wrong {
  const list = z.array(ListElement).min(1).safeParse(elements)
  if (!list.success || !list.data[0]?.subtitle) return wrong('message.attachment.payload.elements')
  const buttons = list.data.flatMap(({ title, default_action: action }) =>
    action ? [{ title, type: action.type, payload: action.payload ?? { url: action.url } }] : [],
  )
  return { ...bare, kind: 'list', text: list.data.map(({ title }) => title).join('\n'), buttons }
}
