import type { AskAddress } from './ask-address.ts'
import type { LinkProblem, LinkState } from './links.schemas.ts'

type Answer = Awaited<ReturnType<AskAddress>>
export type Result = {
  state: LinkState
  status: number | null
  problem: LinkProblem | null
  movedTo: string | null
  failedNights: number
  failedOn: string | null
}

/** How long a silent address is given the benefit of the doubt. */
const NIGHTS_UNTIL_DEAD = 3
const GONE = new Set([404, 410])
/** The server is there and does not let machines in: no night counts against it. */
const NOT_FOR_US = new Set([401, 403, 407, 429, 451])
const LONGEST_ADDRESS = 2_000

/** What an answer says of an address, given what is known of it from earlier nights. */
export function judge(
  before: Pick<Result, 'failedNights' | 'failedOn'> | undefined,
  answer: Answer,
  { today, isOnline }: { today: string; isOnline: boolean },
): Result {
  const nothing = { problem: null, movedTo: null, failedNights: 0, failedOn: null }
  const status = answer.outcome === 'answered' ? answer.status : null
  if (status !== null && status < 400) {
    const movedTo = answer.outcome === 'answered' ? answer.movedTo : null
    return { ...nothing, status, movedTo, state: movedTo === null ? 'ok' : 'moved' }
  }
  if (status !== null && GONE.has(status)) return { ...nothing, status, problem: 'gone', state: 'dead' }
  if (status !== null && NOT_FOR_US.has(status)) return { ...nothing, status, problem: 'refused', state: 'unreachable' }
  const { failedNights = 0, failedOn = null } = before ?? {}
  // A night on which nobody answered at all says something of our own line.
  const counts = isOnline && failedOn !== today
  const nights = failedNights + (counts ? 1 : 0)
  return {
    status,
    problem: answer.outcome === 'answered' ? 'server_failed' : answer.problem,
    movedTo: null,
    failedNights: nights,
    failedOn: counts ? today : failedOn,
    state: nights >= NIGHTS_UNTIL_DEAD ? 'dead' : 'unreachable',
  }
}

/** Every web address in a body, wherever it stands, with the field it was first met in. */
export function addressesIn(body: unknown): Map<string, string> {
  const found = new Map<string, string>()
  walk(body, '', (text, field) => {
    for (const [match] of text.matchAll(/https?:\/\/[^\s<>"'`\]]+/gi)) {
      const address = trimAddress(match)
      if (address.length <= LONGEST_ADDRESS && URL.canParse(address) && !found.has(address)) found.set(address, field)
    }
  })
  return found
}

/** Without the fragment, and without what belongs to the sentence around it. */
function trimAddress(match: string): string {
  const [address = ''] = match.split('#')
  const opened = count(address, '(') - count(address, ')')
  const trimmed = address.replace(/(?<![.,;:!?*_])[.,;:!?*_]+$/, '')
  if (opened < 0 && trimmed.endsWith(')')) return trimAddress(trimmed.slice(0, -1))
  return trimmed
}

function count(text: string, mark: string) {
  return text.split(mark).length - 1
}

function walk(value: unknown, path: string, visit: (text: string, field: string) => void) {
  if (typeof value === 'string') visit(value, path)
  if (typeof value !== 'object' || value === null) return
  for (const [key, child] of Object.entries(value)) walk(child, path === '' ? key : `${path}.${key}`, visit)
}

/** One server's addresses together, the server with the most of them first: it takes the longest. */
export function groupByHost(addresses: readonly string[]): string[][] {
  const groups = new Map<string, string[]>()
  for (const address of addresses) {
    const { host } = new URL(address)
    groups.set(host, [...(groups.get(host) ?? []), address])
  }
  return [...groups.values()].sort((a, b) => b.length - a.length)
}
