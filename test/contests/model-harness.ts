import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql'
import { contestEntries } from '../../server/contests/contests.table.ts'
import { findBrokenLink, type ReplayedAttempt, readEvents, replay } from '../../server/contests/event-chain.rules.ts'
import { createSteadyClock } from '../../server/contests/steady-clock.ts'
import type { Citizen, Ctx, Taker } from '../../server/ctx.ts'
import type { Db } from '../../server/db/database.ts'
import { LocalConnection } from '../../server/db/local-connection.ts'
import { migrateDatabase } from '../../server/db/migrations.ts'
import { WriteQueue } from '../../server/db/write-queue.ts'
import { AppError } from '../../server/errors.ts'
import { newId } from '../../server/new-id.ts'
import { createSealing } from '../../server/sealing/sealed.ts'
import { entryOf, makeContest, SLUG } from './made-contest.ts'
import { GRACE_MS, LIMIT_MS, type Model, QUESTIONS } from './model.ts'

export type Told =
  | { outcome: string }
  | { outcome: 'paper'; seq: number; sheet: string; deadlineMs: number }
  | { outcome: 'saved'; seq: number }
  | { outcome: 'submitted'; state: string; submittedMs: number | null }
type Sent = { seq: number; sheet: number[][] }
type Row = [string, string, string, string, number, number, number, number | null]

/** The modules under test: the service's own, or those with one thing wrong on purpose. */
export type Modules = Pick<typeof import('../../server/contests/recorder.ts'), 'createRecorder'> &
  Pick<
    typeof import('../../server/contests/attempts.usecases.ts'),
    'startAttempt' | 'saveSheet' | 'submitPaper' | 'finishOverdue'
  >
export type Harness = Awaited<ReturnType<ReturnType<typeof openBench>['openRun']>>

const BEGAN_MS = Date.parse('2026-11-23T02:00:00.000Z')
export const CLOSES_MS = BEGAN_MS + 100_000

/** One database file for all runs, each with two people of its own; it need not survive a power cut. */
export function openBench() {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-model-'))
  const file = join(folder, 'cchc.db')
  const writer = new LocalConnection(file, 'write')
  const ready = migrateDatabase(writer, folder)
  writer.exec('PRAGMA synchronous=OFF')
  const reader = new LocalConnection(file, 'read')
  const queue = new WriteQueue(writer)
  const db: Db = drizzle(reader.asClient(), { casing: 'snake_case' })
  const sealing = createSealing(['seals what a model of a contest needs'])
  const id = () => newId(Date.now())
  const write: Ctx['write'] = (work) => queue.write(work)
  const setUp = async () => {
    await ready
    return makeContest(
      { write, newId: id },
      {
        ...{ opensAt: new Date(BEGAN_MS).toISOString(), closesAt: new Date(CLOSES_MS).toISOString() },
        ...{ pool: 12, questions: QUESTIONS },
        settings: { minutes: LIMIT_MS / 60_000, graceSeconds: GRACE_MS / 1_000 },
      },
    )
  }
  const contest = setUp()

  function open({ roundId }: Awaited<typeof contest>, people: string[], modules: Modules) {
    const clock = { ms: BEGAN_MS, aheadMs: 0 }
    const tokens: (Taker | undefined)[] = people.map(() => undefined)
    const now = () => new Date(clock.ms + clock.aheadMs)
    const steady = createSteadyClock({ now, elapsedMs: () => clock.ms, log: { error: () => {}, info: () => {} } })
    let recorder = modules.createRecorder({ db, write, now })
    const surroundings = { db, write, now, steady, sealing, newId: id }
    // The use cases under test ask for nothing else of a ctx.
    const ctxOf = <A extends Citizen | Taker>(actor: A) => ({ ...surroundings, recorder, actor }) as unknown as Ctx<A>

    async function tell(who: number, is: string, sent: Sent | undefined): Promise<Told> {
      if (is === 'begin') {
        const actor: Citizen = { kind: 'citizen', id: people[who] ?? '', via: 'zalo', sessionId: '' }
        const paper = await modules.startAttempt(ctxOf(actor), { slug: SLUG, number: 1 })
        const deadlineMs = Date.parse(paper.deadlineAt)
        const questions = paper.questions.length
        tokens[who] = { kind: 'taker', attemptId: paper.attemptId, roundId, deadlineMs, questions }
        const sheet = paper.saved.seq === 0 ? '' : paper.saved.sheet.map((choices) => choices.join('')).join(',')
        return { outcome: 'paper', seq: paper.saved.seq, sheet, deadlineMs }
      }
      const taker = tokens[who]
      if (taker === undefined) return { outcome: 'nothing' }
      if (is === 'submit') {
        const { state, submittedAt } = await modules.submitPaper(ctxOf(taker), taker.attemptId)
        return { outcome: 'submitted', state, submittedMs: Date.parse(submittedAt) }
      }
      if (sent === undefined) return { outcome: 'nothing' }
      const { seq } = await modules.saveSheet(ctxOf(taker), taker.attemptId, { ...sent, prediction: null })
      return { outcome: 'saved', seq }
    }

    return {
      ask: (who: number, is: string, sent: Sent | undefined): Promise<Told> =>
        tell(who, is, sent).catch((error: unknown) => {
          if (error instanceof AppError) return { outcome: error.code }
          throw error
        }),
      /** Keys are read anew after a while; here before anything is asked, so that asks keep their order. */
      async setTime(ms: number) {
        clock.ms = ms
        const nobody: Taker = { kind: 'taker', attemptId: '', roundId, deadlineMs: 0, questions: 0 }
        await modules.submitPaper(ctxOf(nobody), '').catch(() => {})
      },
      setAhead(ms: number) {
        clock.aheadMs = ms
      },
      async sweep() {
        const ctx = { ...surroundings, recorder }
        await modules.finishOverdue(ctx, roundId).catch((error: unknown) => {
          if (!(error instanceof AppError) || error.code !== 'contest.clock_jumped') throw error
        })
      },
      /** A new process: it knows what is in the file. Phones keep their tokens. */
      restart() {
        recorder = modules.createRecorder({ db, write, now })
      },
      /** Rows against the model, and the chain of events against the rows. */
      async compare(model: Model) {
        const rows = await db.values<Row>(sql`SELECT e.citizen_id, a.id, a.state, a.sheet, a.sheet_seq, a.started_ms,
          a.deadline_ms, a.submitted_ms FROM contest_attempts a JOIN contest_entries e ON e.id = a.entry_id
          WHERE e.citizen_id IN (${people[0]}, ${people[1]})`)
        const kept = people.map((person) => rows.filter(([who]) => who === person).map(describeRow))
        const wanted = model.papers.map((paper) => (paper === undefined ? [] : [describe(paper)]))
        if (JSON.stringify(kept) !== JSON.stringify(wanted))
          throw new Error(`kept ${JSON.stringify(kept)} and not ${JSON.stringify(wanted)}`)
        await readChain()
        for (const row of rows) {
          const replayed = told.get(row[1])
          const one = replayed && describe({ ...replayed, seq: replayed.sheetSeq })
          if (one !== describeRow(row)) throw new Error(`the events tell ${one} and not ${describeRow(row)}`)
        }
      },
    }
  }

  let chainEnd: { seq: number; hash: string | undefined } = { seq: 0, hash: undefined }
  const told = new Map<string, ReplayedAttempt>()

  /** What has been added to the chain since it was last read. */
  async function readChain() {
    const rows = await db.values<[number, number, string, string, string]>(
      sql`SELECT seq, at_ms, events, prev_hash, hash FROM contest_events WHERE seq > ${chainEnd.seq} ORDER BY seq`,
    )
    const links = rows.map(([seq, atMs, events, prevHash, hash]) => ({ seq, atMs, events, prevHash, hash }))
    const broken = findBrokenLink(links, chainEnd.hash)
    if (broken !== undefined) throw new Error(`the chain is broken at ${broken}`)
    chainEnd = links.at(-1) ?? chainEnd
    for (const { events } of links) replay(told, readEvents(events))
  }

  return {
    /** Two people nobody has met before, so that runs do not disturb each other. */
    async openRun(modules: Modules) {
      const made = await contest
      const people = [id(), id()]
      await write(async (tx) => {
        for (const person of people) await tx.insert(contestEntries).values(entryOf(id(), made.id, person))
      })
      return open(made, people, modules)
    },
    close() {
      reader.close()
      writer.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

type Described = {
  state: string
  sheet: string
  seq: number
  startedMs: number
  deadlineMs: number
  submittedMs: number | null
}

function describe({ state, sheet, seq, startedMs, deadlineMs, submittedMs }: Described) {
  return [state, sheet, seq, startedMs, deadlineMs, submittedMs].join(' ')
}

function describeRow([, , state, sheet, seq, startedMs, deadlineMs, submittedMs]: Row) {
  return describe({ state, sheet, seq, startedMs, deadlineMs, submittedMs })
}
