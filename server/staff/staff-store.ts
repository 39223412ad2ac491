import { createHash } from 'node:crypto'
import type { Client, InStatement } from '@libsql/client'
import { type DrizzleAdapterConfig, drizzleAdapter } from 'better-auth/adapters/drizzle'
import type { BetterAuthOptions, DBAdapter, Where } from 'better-auth/types'
import { drizzle } from 'drizzle-orm/libsql'
import type { Db, Tx } from '../db/database.ts'
import { staff, staffAccounts, staffSecondFactors, staffSessions, staffVerifications } from './staff.table.ts'

export type Storage = { db: Db; write: <T>(work: (tx: Tx) => Promise<T>) => Promise<T> }

const SETTINGS: DrizzleAdapterConfig = {
  provider: 'sqlite',
  schema: {
    user: staff,
    session: staffSessions,
    account: staffAccounts,
    verification: staffVerifications,
    twoFactor: staffSecondFactors,
  },
}

/** Where better-auth keeps its rows: our tables, through our queue, with a session's token as its hash alone. */
export function createStaffStore(storage: Storage) {
  const adapter = drizzleAdapter(drizzle(clientThroughQueue(storage), { casing: 'snake_case' }), SETTINGS)
  return (options: BetterAuthOptions) => hashTokens(adapter(options))
}

/** SHA-256 of a secret that is random itself and so needs no salt. */
export function hashSecret(secret: string) {
  return createHash('sha256').update(secret).digest('base64url')
}

/** Reads go to the reader, everything else waits its turn to write; drizzle asks for `execute` alone. */
function clientThroughQueue({ db, write }: Storage): Client {
  const client = {
    execute: (statement: Exclude<InStatement, string>) =>
      /^\s*select\b/i.test(statement.sql)
        ? clientOf(db).execute(statement)
        : write((tx) => clientOf(tx).execute(statement)),
  }
  return client as Client
}

/** drizzle hangs its connection on the instance, which its own type tells only where it is made. */
function clientOf(db: Db | Tx) {
  return (db as unknown as { $client: Client }).$client
}

/** The library looks sessions up by token and expects to read the same token back. */
function hashTokens(inner: DBAdapter): DBAdapter {
  const isSession = ({ model }: { model: string }) => model === 'session'
  const asStored = <Q extends { model: string; where?: Where[] | undefined }>(query: Q): Q =>
    isSession(query) && query.where ? { ...query, where: query.where.map(hashWhere) } : query
  const asAsked = <R>(query: { model: string; where?: Where[] | undefined }, row: R): R => {
    const token = isSession(query) ? query.where?.find(({ field }) => field === 'token')?.value : undefined
    return row && typeof token === 'string' ? { ...row, token } : row
  }
  const hashing: DBAdapter = {
    ...inner,
    // One write after another: each is a commit of its own in the queue.
    transaction: (work) => work(hashing),
    async create<T extends Record<string, unknown>, R = T>(query: Parameters<typeof inner.create<T, R>>[0]) {
      if (!isSession(query) || !('token' in query.data)) return inner.create<T, R>(query)
      const { token } = query.data
      const row = await inner.create<T, R>({ ...query, data: { ...query.data, token: hashSecret(String(token)) } })
      return { ...row, token }
    },
    findOne: async (query) => asAsked(query, await inner.findOne(asStored(query))),
    findMany: (query) => inner.findMany(asStored(query)),
    count: (query) => inner.count(asStored(query)),
    update: async (query) => asAsked(query, await inner.update(asStored(query))),
    updateMany: (query) => inner.updateMany(asStored(query)),
    delete: (query) => inner.delete(asStored(query)),
    deleteMany: (query) => inner.deleteMany(asStored(query)),
  }
  return hashing
}

function hashWhere(where: Where): Where {
  if (where.field !== 'token') return where
  const { value } = where
  if (Array.isArray(value)) return { ...where, value: value.map((each) => hashSecret(String(each))) }
  return { ...where, value: hashSecret(String(value)) }
}
