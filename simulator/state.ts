import { createHash } from 'node:crypto'
import { z } from 'zod'
import { createFaults } from './faults.ts'

export const NewPerson = z.strictObject({
  /** Digits, unique within one Zalo App. */
  id: z.string().regex(/^\d{1,32}$/),
  name: z.string().min(1),
  phone: z.string().regex(/^84\d{9,10}$/),
  /** The same person as the Official Account knows them. */
  oaUserId: z.string().regex(/^\d{1,32}$/),
})

export type Person = z.output<typeof NewPerson>
/** A Zalo App: its secret proves that a token is used by whom it was made for. */
export type ZaloApp = { id: string; secret: string }
type Token = { personId: string; appId: string; expiresAt: number }
type Code = Token & { isUsed: boolean }

const TOKEN_MS = 60 * 60_000
const CODE_MS = 2 * 60_000

export type State = ReturnType<typeof createState>

/** What the pretended Zalo knows. The same calls in the same order give the same tokens. */
export function createState({
  apps,
  people,
  now,
  seed = '',
}: {
  apps: ZaloApp[]
  people: Person[]
  now: () => Date
  seed?: string
}) {
  const persons = new Map(people.map((person) => [person.id, person]))
  const byOaUser = new Map(people.map((person) => [person.oaUserId, person]))
  const tokens = new Map<string, Token>()
  const codes = new Map<string, Code>()
  let minted = 0
  let aheadMs = 0
  let abroad = false

  const time = () => now().getTime() + aheadMs
  const firstApp = () => apps[0]?.id ?? ''
  function mint(kind: string) {
    minted += 1
    return createHash('sha256').update(`${seed}${kind} ${minted}`).digest('base64url')
  }

  return {
    apps,
    time,
    addPerson(person: Person) {
      persons.set(person.id, person)
      byOaUser.set(person.oaUserId, person)
    },
    findPerson: (id: string) => persons.get(id),
    findOaUser: (oaUserId: string) => byOaUser.get(oaUserId),
    mint,
    listPeople: () => [...persons.values()],
    /** What `getAccessToken` gives on the person's phone. */
    mintToken(personId: string, { appId = firstApp(), lastsMs = TOKEN_MS } = {}) {
      const token = mint('token')
      tokens.set(token, { personId, appId, expiresAt: time() + lastsMs })
      return token
    },
    /** What `getPhoneNumber` gives once the person has agreed. */
    mintCode(personId: string, { appId = firstApp(), lastsMs = CODE_MS } = {}) {
      const code = mint('code')
      codes.set(code, { personId, appId, expiresAt: time() + lastsMs, isUsed: false })
      return code
    },
    findToken: (token: string) => tokens.get(token),
    /** The person behind a code; a second time, or late, nothing. */
    takeCode(code: string, { personId, appId }: Token): Person | undefined {
      const known = codes.get(code)
      if (!known || known.isUsed || known.expiresAt <= time()) return undefined
      if (known.personId !== personId || known.appId !== appId) return undefined
      known.isUsed = true
      return persons.get(known.personId)
    },
    ...createFaults(),
    /** Whether whoever asks has an address outside Vietnam. */
    isAbroad: () => abroad,
    setAbroad(isAbroad: boolean) {
      abroad = isAbroad
    },
    setClock(at: Date) {
      aheadMs = at.getTime() - now().getTime()
    },
    advanceClock(ms: number) {
      aheadMs += ms
    },
  }
}
