import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { LocalConnection } from '../db/local-connection.ts'
import { isBusy } from '../db/storage-problem.ts'

/** What the webhook process keeps of an event until the service has taken it over. */
export type InboxEvent = {
  /** The same for the same event sent again. */
  key: string
  source: 'oa' | 'bot' | 'mini_app'
  name: string
  /** A blind index of the person it is about; nothing where none is named. */
  lane: string | null
  happenedMs: number
  sealed: string
  receivedAt: string
  /** How often Zalo had tried before. */
  numRetry: number
}
export type InboxRow = InboxEvent & { seq: number }

const COLUMNS = ['key', 'source', 'name', 'lane', 'happened_ms', 'sealed', 'received_at', 'num_retry']
const TABLE = `
  CREATE TABLE IF NOT EXISTS events (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL UNIQUE, source TEXT NOT NULL, name TEXT NOT NULL,
    lane TEXT, happened_ms INTEGER NOT NULL, sealed TEXT NOT NULL, received_at TEXT NOT NULL, num_retry INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS events_received ON events (received_at)`
const INSERT = `INSERT INTO events (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`
const SHORTEST_PAUSE_MS = 2
const LONGEST_PAUSE_MS = 60
const PLACES_PER_MS = 1_000
/** Few enough that an event that arrives meanwhile hardly waits. */
const FORGOTTEN_AT_ONCE = 500
const DAY_MS = 24 * 60 * 60_000
/** Zalo stops trying after two hours; the same event is known again for longer than a week. */
const KEYS_KEPT_MS = 10 * DAY_MS
/** So long what was said can be taken over once more, by a database that was restored from a backup. */
const WORDS_KEPT_MS = DAY_MS

export const inboxFileIn = (dataDir: string) => join(dataDir, 'inbox.db')

/**
 * Makes the file where there is none. Its first place in the order is made of the time, so that a file made anew, after
 * the old one was lost, goes on beyond whatever was taken over from that.
 */
export function prepareInbox(dataDir: string, now: Date) {
  const file = inboxFileIn(dataDir)
  const isNew = !existsSync(file)
  const connection = new LocalConnection(file, 'write')
  connection.exec(TABLE)
  if (isNew)
    connection.rows("INSERT INTO sqlite_sequence (name, seq) VALUES ('events', ?)", [now.getTime() * PLACES_PER_MS])
  connection.close()
}

type Waiting = { event: InboxEvent; resolve: (isNew: boolean) => void; reject: (error: unknown) => void }

/**
 * Writes events down; a promise resolves when its commit is on disk. What arrives within a pause shares one commit. A
 * commit stops the process, which then accepts nobody, so the pause is as long as the last one took: at least half of the
 * time is there for accepting, and the slower the disk the more events share one wait for it.
 */
export function openInbox(dataDir: string, { onStored }: { onStored: () => void }) {
  const connection = new LocalConnection(inboxFileIn(dataDir), 'write')
  let waiting: Waiting[] = []
  let pauseMs = SHORTEST_PAUSE_MS

  function commitTogether() {
    const together = waiting
    waiting = []
    const begunAt = performance.now()
    try {
      connection.exec('BEGIN IMMEDIATE')
      const isNew = together.map(({ event }) => connection.change(INSERT, valuesOf(event)) > 0)
      connection.exec('COMMIT')
      for (const [at, { resolve }] of together.entries()) resolve(isNew[at] ?? false)
      if (isNew.includes(true)) onStored()
    } catch (error) {
      undo(connection, error)
      for (const { reject } of together) reject(error)
    }
    pauseMs = Math.min(Math.max(performance.now() - begunAt, SHORTEST_PAUSE_MS), LONGEST_PAUSE_MS)
  }

  return {
    /** Tells whether the event is new. */
    store(event: InboxEvent) {
      return new Promise<boolean>((resolve, reject) => {
        if (waiting.length === 0) setTimeout(commitTogether, pauseMs)
        waiting.push({ event, resolve, reject })
      })
    },
    /** Forgets what was taken over, a little at a time: first the words, much later the keys. Tells whether more is left. */
    forget({ takenOver, now }: { takenOver: number; now: Date }): boolean {
      const before = (ms: number) => new Date(now.getTime() - ms).toISOString()
      const some = 'SELECT seq FROM events WHERE received_at < ? AND seq <= ?'
      const words = `UPDATE events SET sealed = '' WHERE seq IN (${some} AND sealed <> '' LIMIT ${FORGOTTEN_AT_ONCE})`
      const keys = `DELETE FROM events WHERE seq IN (${some} LIMIT ${FORGOTTEN_AT_ONCE})`
      const changed = [
        connection.change(words, [before(WORDS_KEPT_MS), takenOver]),
        connection.change(keys, [before(KEYS_KEPT_MS), takenOver]),
      ]
      return changed.includes(FORGOTTEN_AT_ONCE)
    },
    close() {
      connection.foldLog()
      connection.close()
    },
  }
}

function undo(connection: LocalConnection, error: unknown) {
  if (isBusy(error)) return connection.reconnect()
  try {
    if (connection.inTransaction) connection.exec('ROLLBACK')
  } catch {
    connection.reconnect()
  }
}

function valuesOf(event: InboxEvent) {
  const { key, source, name, lane, happenedMs, sealed, receivedAt, numRetry } = event
  return [key, source, name, lane, happenedMs, sealed, receivedAt, numRetry]
}

export type InboxReader = ReturnType<typeof readInbox>

/** Reads what the webhook process has written, while it writes. */
export function readInbox(dataDir: string) {
  const connection = new LocalConnection(inboxFileIn(dataDir), 'read')
  const query = `SELECT seq, ${COLUMNS.join(', ')} FROM events WHERE seq > ? ORDER BY seq LIMIT ?`
  return {
    /** In the order in which they came. */
    listAfter(seq: number, most: number): InboxRow[] {
      try {
        return connection.rows(query, [seq, most]).map(toRow)
      } catch (error) {
        if (isBusy(error)) connection.reconnect()
        throw error
      }
    },
    close: () => connection.close(),
  }
}

function toRow([seq, key, source, name, lane, happenedMs, sealed, receivedAt, numRetry]: unknown[]): InboxRow {
  return {
    ...{ seq: Number(seq), key: String(key), source: source as InboxRow['source'], name: String(name) },
    ...{ lane: lane === null ? null : String(lane), happenedMs: Number(happenedMs), sealed: String(sealed) },
    ...{ receivedAt: String(receivedAt), numRetry: Number(numRetry) },
  }
}
