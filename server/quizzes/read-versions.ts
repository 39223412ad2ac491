import type { Db } from '../db/database.ts'
import * as queries from './questions.queries.ts'
import { toBody } from './questions.rules.ts'

/** The open draft and the version in use, each with the key that counts. */
export async function readVersions(db: Db, questionId: string) {
  const rows = await queries.listVersions(db, questionId)
  const keys = await queries.listKeysOf(
    db,
    rows.map(({ id }) => id),
  )
  const versions = rows.map((row) => {
    const own = keys.filter(({ versionId }) => versionId === row.id)
    const [key] = own
    if (key === undefined) throw new Error('a version without a key')
    return { row, keys: own, key, body: toBody(row, key), authors: readIds(row.authors) }
  })
  const inState = (state: string) => versions.find(({ row }) => row.state === state)
  return { versions, draft: inState('draft'), published: inState('published') }
}

const readIds = (json: string): string[] => JSON.parse(json)
