import type { OaSettings } from './oa-settings.ts'
import type { State } from './state.ts'

const HOUR_MS = 3_600_000
export const FREE_MS = 48 * HOUR_MS
export const OPEN_MS = 7 * 24 * HOUR_MS

/** Somebody as the Official Account knows them. */
export type OaPerson = {
  userId: string
  userIdByApp: string
  name: string
  isFollower: boolean
  /** Does not want messages of the account. */
  refuses: boolean
  lastInteractionMs: number | null
  /** Sent for nothing since the last interaction. */
  repliesSent: number
  hasOpenedChat: boolean
  tags: Set<string>
  alias: string
  notes: string[]
}

export type Button = { title: string; type: string; payload: unknown }

/** One line of what was said, whoever said it. */
export type Line = {
  seq: number
  at: number
  userId: string
  by: 'person' | 'oa' | 'agent'
  kind: string
  text: string
  messageId: string | null
  buttons: Button[]
  /** Address of a picture or file, or a place. */
  media: { url?: string; name?: string; latitude?: string; longitude?: string } | null
  /** A tap on a button that shows nothing in the chat. */
  hidden: boolean
}

export type Oa = ReturnType<typeof createOa>

/** The account's people and everything that was said: the transcript that tests and the chat page read. */
export function createOa({ state, settings }: { state: State; settings: OaSettings }) {
  const people = new Map<string, OaPerson>()
  const lines: Line[] = []
  const byPerson = new Map<string, Line[]>()
  const byMessage = new Map<string, Line>()

  function find(userId: string): OaPerson | undefined {
    const known = people.get(userId)
    if (known) return known
    const person = state.findOaUser(userId)
    if (!person) return undefined
    const made: OaPerson = {
      ...{ userId, userIdByApp: person.id, name: person.name, isFollower: false, refuses: false },
      ...{
        lastInteractionMs: null,
        repliesSent: 0,
        hasOpenedChat: false,
        tags: new Set<string>(),
        alias: '',
        notes: [],
      },
    }
    people.set(userId, made)
    return made
  }

  return {
    settings,
    find,
    /** Everybody the account has met. */
    met: () => [...people.values()],
    forget: (userId: string) => people.delete(userId),
    newMessageId: () => Buffer.from(state.mint('message'), 'base64url').toString('hex').slice(0, 20),
    interact(person: OaPerson) {
      person.lastInteractionMs = state.time()
      person.repliesSent = 0
    },
    say(line: Omit<Line, 'seq' | 'at' | 'buttons' | 'media' | 'hidden'> & Partial<Line>): Line {
      const said: Line = { buttons: [], media: null, hidden: false, ...line, seq: lines.length + 1, at: state.time() }
      lines.push(said)
      const own = byPerson.get(said.userId)
      if (own) own.push(said)
      else byPerson.set(said.userId, [said])
      if (said.messageId !== null) byMessage.set(said.messageId, said)
      return said
    },
    lines: (userId?: string): readonly Line[] => (userId === undefined ? lines : (byPerson.get(userId) ?? [])),
    findLine: (messageId: string) => byMessage.get(messageId),
    talkedWith: () => [...byPerson.keys()],
  }
}
