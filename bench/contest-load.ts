import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { seededRandom } from '../test/chaos/seeded-random.ts'

/**
 * People who take a paper, each on a connection of their own: begin, save each answer, hand in. They begin within
 * `window` ms and think for about `think` ms before each answer; 0 is as fast as they are answered. One in ten begins
 * twice at the same moment, one in ten of the savings and of the hand-ins is sent twice, as a phone does that lost the
 * answer. Prints what each was promised as JSON.
 */
const [port = '', tokensFile = '', slug = '', window = '0', think = '0', seed = '1'] = process.argv.slice(2)
const tokens: string[] = JSON.parse(readFileSync(tokensFile, 'utf8'))
const random = seededRandom(Number(seed))
const TWICE_EACH = 10

type Answer = { status: number; body: string }
type Told = { attemptId: string; seq: number; sheet: number[][]; submitted: string | null }

const timesMs: Record<'begin' | 'save' | 'submit', number[]> = { begin: [], save: [], submit: [] }
const refused: Record<string, number> = {}
let differing = 0

const startedAt = performance.now()
const told = await Promise.all(tokens.map((token, at) => take(token, at)))
const seconds = (performance.now() - startedAt) / 1_000
const times = Object.fromEntries(Object.entries(timesMs).map(([kind, list]) => [kind, spread(list)]))
const all = spread(Object.values(timesMs).flat())
console.log(JSON.stringify({ seconds, all, times, refused, differing, told }))

async function take(token: string, at: number): Promise<Told> {
  await wait(random() * Number(window))
  const phone = open()
  const begin = { method: 'POST', path: `/api/contests/${slug}/rounds/1/attempts`, authorization: `Bearer ${token}` }
  const first = timed('begin', phone, begin)
  if (at % TWICE_EACH === 0) {
    const other = open()
    const again = await timed('begin', other, begin)
    if (paperOf(again).attemptId !== paperOf(await first).attemptId) differing += 1
    other.close()
  }
  const { attemptId, token: own, questions } = paperOf(await first)
  const sheet: number[][] = questions.map(() => [])
  let seq = 0
  for (const [place, { options }] of questions.entries()) {
    if (Number(think) > 0) await wait((0.5 + random()) * Number(think))
    sheet[place] = [Math.floor(random() * options.length)]
    const saving = {
      method: 'PUT',
      path: `/api/attempts/${attemptId}/sheet`,
      authorization: `Attempt ${own}`,
      body: JSON.stringify({ seq: seq + 1, sheet, prediction: at }),
    }
    const saved = await timed('save', phone, saving)
    if (saved.status === 200) seq = JSON.parse(saved.body).seq
    if ((at + place) % TWICE_EACH !== 0) continue
    const again = await timed('save', phone, saving)
    if (again.body !== saved.body) differing += 1
  }
  const submission = { method: 'POST', path: `/api/attempts/${attemptId}/submission`, authorization: `Attempt ${own}` }
  const submitted = await timed('submit', phone, submission)
  if (at % TWICE_EACH === 1 && (await timed('submit', phone, submission)).body !== submitted.body) differing += 1
  phone.close()
  return { attemptId, seq, sheet, submitted: submitted.status === 200 ? submitted.body : null }
}

async function timed(kind: keyof typeof timesMs, phone: Phone, asked: Asked): Promise<Answer> {
  const askedAt = performance.now()
  const answer = await phone.ask(asked)
  timesMs[kind].push(performance.now() - askedAt)
  if (answer.status >= 300) {
    const { code } = JSON.parse(answer.body)
    refused[`${kind} ${code}`] = (refused[`${kind} ${code}`] ?? 0) + 1
  }
  return answer
}

function paperOf({ status, body }: Answer): { attemptId: string; token: string; questions: { options: string[] }[] } {
  return status === 201 ? JSON.parse(body) : { attemptId: '', token: '', questions: [] }
}

type Asked = { method: string; path: string; authorization: string; body?: string }
type Phone = { ask: (asked: Asked) => Promise<Answer>; close: () => void }

/** As little of HTTP as an answer needs, so that the people cost less than who answers them. */
function open(): Phone {
  const socket: Socket = connect(Number(port), '127.0.0.1')
  let got: Buffer = Buffer.alloc(0)
  let waiting: { resolve: (answer: Answer) => void; reject: (error: unknown) => void } | undefined
  socket.setNoDelay(true)
  socket.on('error', (error) => waiting?.reject(error))
  socket.on('close', () => waiting?.reject(new Error('the connection was closed')))
  socket.on('data', (chunk: Buffer) => {
    got = got.length === 0 ? chunk : Buffer.concat([got, chunk])
    const head = got.indexOf('\r\n\r\n')
    if (head < 0) return
    const text = got.toString('latin1', 0, head)
    const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? Number.NaN)
    if (got.length < head + 4 + length) return
    const answer = { status: Number(text.slice(9, 12)), body: got.toString('utf8', head + 4, head + 4 + length) }
    got = Buffer.alloc(0)
    const { resolve } = waiting ?? {}
    waiting = undefined
    resolve?.(answer)
  })
  return {
    ask({ method, path, authorization, body }) {
      const sent =
        body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n`
      socket.write(
        `${method} ${path} HTTP/1.1\r\nhost: bench\r\nauthorization: ${authorization}\r\n${sent}\r\n${body ?? ''}`,
      )
      return new Promise((resolve, reject) => {
        waiting = { resolve, reject }
      })
    },
    close: () => socket.destroy(),
  }
}

function spread(list: number[]) {
  const sorted = [...list].sort((a, b) => a - b)
  const at = (share: number) => Math.round(sorted[Math.floor(sorted.length * share)] ?? 0)
  return { count: sorted.length, p50: at(0.5), p99: at(0.99), worst: Math.round(sorted.at(-1) ?? 0) }
}

function wait(ms: number) {
  return new Promise<void>((resolve) => setTimeout(resolve, ms))
}
