import { drizzle } from 'drizzle-orm/libsql'
import { LocalConnection } from '../../server/db/local-connection.ts'
import type { InboxWish } from '../../server/feedback/inbox.queries.ts'

type Case = { name: string; wish: Omit<InboxWish, 'after' | 'limit'> }
type Among = {
  scopes: Record<string, string[]>
  categories: Record<string, string>
  officerId: string
  now: string
  soon: string
}

const STATES = ['open', 'all', 'received', 'waiting_for_citizen', 'closed'] as const

/** Every filter alone and with each other, in every scope. */
export function inboxCases({ scopes, categories, officerId, now, soon }: Among): Case[] {
  const dues = { 'any due': undefined, overdue: { until: now }, soon: { from: now, until: soon } }
  const kinds: Record<string, string | undefined> = { 'any category': undefined, ...categories }
  return Object.entries(scopes).flatMap(([scope, unitIds]) =>
    STATES.flatMap((state) =>
      Object.entries(kinds).flatMap(([kind, categoryId]) =>
        Object.entries(dues).flatMap(([when, due]) =>
          [undefined, officerId].map((assigneeId) => ({
            name: `${scope}, ${state}, ${kind}, ${when}${assigneeId ? ', mine' : ''}`,
            wish: { unitIds, state, categoryId, due, assigneeId },
          })),
        ),
      ),
    ),
  )
}

/** A file read as the service reads it, and what was asked of it. */
export function openWatched(file: string) {
  const asked = new Map<string, readonly unknown[]>()
  class Watched extends LocalConnection {
    override rows(sql: string, args: readonly unknown[] = []) {
      asked.set(sql, args)
      return super.rows(sql, args)
    }
  }
  const connection = new Watched(file, 'read')
  const db = drizzle(connection.asClient(), { casing: 'snake_case' })
  /** Plans of what was asked that go through all reports, or sort what no limit bounds. */
  function findScans() {
    const plain = new LocalConnection(file, 'read')
    const scans = [...asked].flatMap(([sql, args]) =>
      plain
        .rows(`EXPLAIN QUERY PLAN ${sql}`, args)
        .map((row) => String(row[3]))
        .filter((step) =>
          /^SCAN (reports|page|r|report_\w+|public_reports|outbox_messages|notices|question_\w+|quiz_questions)\b/.test(
            step,
          ),
        )
        .map((step) => `${step} in ${sql}`),
    )
    plain.close()
    return scans
  }
  return { db, asked, findScans, close: () => connection.close() }
}
