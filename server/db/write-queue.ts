import { setImmediate as nextTurn } from 'node:timers/promises'
import { drizzle, type LibSQLDatabase } from 'drizzle-orm/libsql'
import { AppError } from '../errors.ts'
import { isTurnOver } from '../fair-turns.ts'
import type { LocalConnection } from './local-connection.ts'
import { isBusy, storageProblem } from './storage-problem.ts'

declare const insideWrite: unique symbol
/** What a change is made with. Only `write` hands one out, and it is gone when the work has ended. */
export type Tx = LibSQLDatabase & { readonly [insideWrite]: true }

type Job = { run: (tx: Tx) => Promise<unknown>; resolve: (value: unknown) => void; reject: (error: unknown) => void }

/** More writes than this in one commit gain nothing and make the first of them wait. */
const MOST_WRITES_PER_COMMIT = 256
/** What waited for one commit is answered in turns: see fair-turns.ts. */
const ANSWERED_A_TURN = 8
/** Beyond this many waiting writes a new one is told to come back, so that nobody waits for minutes. */
const MOST_WAITING_WRITES = 5_000

/**
 * The only way to change the local file. Writes that arrive in the same turn of the event loop share one
 * commit, each inside its own savepoint; a promise resolves after that commit is on disk.
 */
export class WriteQueue {
  #waiting: Job[] = []
  #draining: Promise<void> | undefined
  #closed = false
  readonly #connection: LocalConnection
  readonly #tx: Tx

  constructor(connection: LocalConnection) {
    this.#connection = connection
    // The brand exists for the compiler alone: it keeps a `Tx` from being made anywhere but here.
    this.#tx = drizzle(connection.asClient(), { casing: 'snake_case' }) as unknown as Tx
  }

  write<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    if (this.#closed) return Promise.reject(new AppError('server.stopping'))
    if (this.#waiting.length >= MOST_WAITING_WRITES) return Promise.reject(new AppError('storage.busy'))
    return new Promise<T>((resolve, reject) => {
      this.#waiting.push({ run: work, resolve: (value) => resolve(value as T), reject })
      this.#draining ??= this.#drain()
    })
  }

  /** Refuses new writes and waits for those already accepted. */
  async close() {
    this.#closed = true
    await this.#draining
  }

  async #drain() {
    while (this.#waiting.length > 0) {
      await nextTurn()
      await this.#commitTogether(this.#waiting.splice(0, MOST_WRITES_PER_COMMIT))
    }
    this.#draining = undefined
  }

  async #commitTogether(jobs: Job[]) {
    const done: { job: Job; value: unknown }[] = []
    try {
      this.#connection.exec('BEGIN IMMEDIATE')
      for (const job of jobs) {
        const outcome = await this.#runInSavepoint(job)
        if (outcome.ok) done.push({ job, value: outcome.value })
        if (!this.#connection.inTransaction) throw outcome.error
        if (isTurnOver()) await nextTurn()
      }
      this.#connection.exec('COMMIT')
    } catch (error) {
      this.#abandon(error)
      for (const job of jobs) job.reject(storageProblem(error))
      return
    }
    for (const [at, { job, value }] of done.entries()) {
      job.resolve(value)
      if (at % ANSWERED_A_TURN === ANSWERED_A_TURN - 1) await nextTurn()
    }
  }

  async #runInSavepoint(
    job: Job,
  ): Promise<{ ok: true; value: unknown; error?: undefined } | { ok: false; error: unknown }> {
    this.#connection.exec('SAVEPOINT one_write')
    try {
      const value = await job.run(this.#tx)
      this.#connection.exec('RELEASE one_write')
      return { ok: true, value }
    } catch (error) {
      // A full disk rolls back the whole transaction by itself; then there is no savepoint left to undo.
      if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK TO one_write; RELEASE one_write')
      job.reject(storageProblem(error))
      return { ok: false, error }
    }
  }

  #abandon(error: unknown) {
    if (isBusy(error)) return this.#connection.reconnect()
    try {
      if (this.#connection.inTransaction) this.#connection.exec('ROLLBACK')
    } catch {
      this.#connection.reconnect()
    }
  }
}
