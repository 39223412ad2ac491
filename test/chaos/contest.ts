import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { SLUG } from '../contests/made-contest.ts'
import { prepareRush } from '../contests/prepare-rush.ts'
import { auditRush, type Promised } from '../contests/rush-audit.ts'
import { seededRandom } from './seeded-random.ts'
import { startServerProcess } from './server-process.ts'

const PEOPLE_A_KILL = 40
/** Counted, not timed, so that a busy machine kills as late. */
const MOST_BEFORE_KILL = 400

/**
 * Servers killed in the middle of a rush: every sheet that was acknowledged is in the file, every paper handed in is
 * handed in, nobody has two, and the chain of events tells the same. `early-answer` is a server that answers before
 * the commit.
 */
export async function killInRush({
  kills,
  seed,
  mutant = '',
}: {
  kills: number
  seed: number
  mutant?: '' | 'early-answer'
}) {
  const random = seededRandom(seed)
  const folder = mkdtempSync(join(tmpdir(), 'cchc-rush-'))
  const tokens = await prepareRush(folder, kills * PEOPLE_A_KILL)
  const promised: Promised[] = []
  const main = mutant === '' ? undefined : join(import.meta.dirname, 'early-answer-server.ts')
  for (let at = 0; at < kills; at += 1) {
    const server = await startServerProcess(folder, { TRUST_PROXY: 'yes' }, main)
    if (!(await server.ready)) throw new Error((await server.ended).output)
    let isAlive = true
    const people = tokens.slice(at * PEOPLE_A_KILL, (at + 1) * PEOPLE_A_KILL)
    const taking = people.map((token) => take(server.url, token, promised, () => isAlive))
    const enough = countSheets(promised) + 1 + random() * MOST_BEFORE_KILL
    while (countSheets(promised) < enough) await wait(2)
    server.kill('SIGKILL')
    isAlive = false
    await Promise.all([...taking, server.ended])
  }
  const { lost, double, brokenLink, toldOtherwise, damaged } = auditRush(join(folder, 'cchc.db'), promised)
  rmSync(folder, { recursive: true, force: true })
  return { kills, acknowledged: countSheets(promised), lost, double, toldOtherwise, brokenLink, damaged }
}

function countSheets(promised: Promised[]) {
  return promised.reduce((sum, { seq }) => sum + seq, 0)
}

/** One answer after another until the paper is handed in or nobody answers; what is promised is noted as it is told. */
async function take(url: string, token: string, promised: Promised[], isAlive: () => boolean) {
  const call = async <T>(method: string, path: string, authorization: string, body?: object) => {
    const headers = { authorization, 'content-type': 'application/json' }
    const answer = await fetch(url + path, { method, headers, body: body && JSON.stringify(body) })
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`)
    return (await answer.json()) as T
  }
  try {
    const paper = await call<{ attemptId: string; token: string; questions: unknown[] }>(
      ...(['POST', `/api/contests/${SLUG}/rounds/1/attempts`, `Bearer ${token}`] as const),
    )
    const path = `/api/attempts/${paper.attemptId}`
    const promise: Promised = { attemptId: paper.attemptId, seq: 0, sheet: [], submitted: null }
    promised.push(promise)
    for (let seq = 1; seq <= paper.questions.length; seq += 1) {
      const sheet = paper.questions.map((_, at) => (at < seq ? [at % 2] : []))
      await call('PUT', `${path}/sheet`, `Attempt ${paper.token}`, { seq, sheet, prediction: null })
      Object.assign(promise, { seq, sheet })
    }
    const submitted = await call<object>('POST', `${path}/submission`, `Attempt ${paper.token}`)
    promise.submitted = JSON.stringify(submitted)
  } catch (error) {
    // Cut off in the middle of an answer: then nothing was promised.
    if (isAlive()) throw error
  }
}
