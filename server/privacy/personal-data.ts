import type { Ctx } from '../ctx.ts'
import type { Db, Tx } from '../db/database.ts'
import type { ConsentPurpose } from './consents.schemas.ts'

/** How one feature forgets a citizen and tells what it keeps of them; `server/citizen-data.ts` lists every feature's. */
export type PersonalData = {
  /** Names its part of an export. */
  name: string
  /** Names of attachments that are theirs: erased before the rows, which know them, are gone. */
  filesOf?: (db: Db, citizenId: string) => Promise<string[]>
  /** In one transaction with every other feature's. Doing it twice is as good as once. */
  eraseOf: (tx: Tx, ctx: Ctx, erased: { citizenId: string; at: string }) => Promise<void>
  /** What stops when an agreement is taken back, in the transaction that writes it down. */
  stop?: (tx: Tx, ctx: Ctx, withdrawn: { citizenId: string; purpose: ConsentPurpose }) => Promise<void>
  /** Those of these people of whom something is kept here. */
  knows: (db: Db, citizenIds: string[]) => Promise<string[]>
  exportOf: (ctx: Pick<Ctx, 'db' | 'sealing'>, citizenId: string) => Promise<unknown>
}
