import type { Ctx } from '../ctx.ts'
import { reportCode } from './report-code.rules.ts'
import { findByCode } from './reports.queries.ts'

const MOST_TRIES = 5

/** A code no report has, the wanted one if it can be: among a million there may well be two alike, as with birthdays. */
export async function findFreeCode({ db, newId }: Pick<Ctx, 'db' | 'newId'>, wanted?: string): Promise<string> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const code = tries === 0 && wanted !== undefined ? wanted : reportCode(newId())
    if ((await findByCode(db, code)) === undefined) return code
  }
  throw new Error('no free code in five tries')
}
