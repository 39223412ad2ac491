import type { Citizen, Ctx } from '../ctx.ts'

/** A file somebody sent, still at Zalo's address: fetched by whoever needs it, once, and soon. */
export type SentFile = { kind: 'image' | 'file' | 'audio' | 'video'; url: string; name: string | null }

/** What somebody has just done, whatever channel it came by. */
export type Heard = {
  /** The same for the same event sent again: what a change is keyed by, so that a second try makes no second one. */
  key: string
  /** As typed, or the payload of a button: empty for a file alone. */
  text: string
  files: SentFile[]
  location: { latitude: number; longitude: number } | null
}

/** One of the lines a person may choose: its number, its label and its payload all mean it. */
export type Option = {
  label: string
  /** What a tap sends back; reads well, since Zalo shows it, and holds nothing secret. */
  payload: string
}

/** One message, before any channel has cut or dressed it. */
export type Say = {
  text: string
  options?: Option[]
  /** Addresses, written out under the text and as buttons where the channel has them. */
  links?: { title: string; url: string }[]
}

/** What an intent says, and what it waits for next; `done` when the conversation is about nothing any more. */
export type Turn<S> = { say: Say[]; next: S | 'done' }

/**
 * A chat door of a feature. A turn returns what to say and never sends; what it changes is keyed by `heard.key`. Written
 * as methods, so that the list of them need not know what each keeps: only what an intent returned comes back to it.
 */
export type Intent<S extends { step: string } = { step: string }> = {
  name: string
  /** In the words of "Anh/chị đang …", for going on after something else came between. */
  doing: string
  /** How long it waits for an answer before it asks whether to go on, ms. */
  lastsMs: number
  /** Whether these words begin it; `folded` has neither marks nor capitals, its words are parted by one space. */
  begins(said: { folded: string; heard: Heard }): boolean
  start(ctx: Ctx<Citizen>, heard: Heard): Promise<Turn<S>>
  /** One step further; nothing when these words are no answer to what was asked. */
  resume(ctx: Ctx<Citizen>, state: S, heard: Heard): Promise<Turn<S> | undefined>
  /** Asks again what it waits for: after a digression, "nói lại", or hours. */
  ask(ctx: Ctx<Citizen>, state: S): Promise<Say[]>
  /** The step before, for "quay lại"; nothing at the first. */
  back?(state: S): S | undefined
  /** The step after, for "bỏ qua"; nothing where the answer is needed. */
  skip?(ctx: Ctx<Citizen>, state: S, heard: Heard): Promise<Turn<S> | undefined>
  /** It looks itself for complaints and for danger in what it is told; otherwise that is done before it hears anything. */
  heedsStops?: true
}
