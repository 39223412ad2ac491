import { fileURLToPath } from 'node:url'
import type { Ctx, System } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import * as content from './content.queries.ts'
import { describeBody } from './editions.rules.ts'
import { fingerprintFolders } from './fingerprint.ts'
import { placeItem, renderItem, takeOff } from './live.ts'
import * as queries from './load-content.queries.ts'
import { readContent } from './read-content.ts'
import type { SeedItem } from './seed-item.ts'

type Publisher = Pick<Ctx<System>, 'db' | 'write' | 'now' | 'newId'>

export type Loaded = { added: number; changed: number; removed: number; kept: number }

/** What turns a file into a reply: when it changes, the same files say something else. */
const CODE = fileURLToPath(new URL('..', import.meta.url))
/** Whose content the files are. */
const OWNER_UNIT = 'so-gddt'

/**
 * Publishes the content folder: new files become entries, changed ones a new edition, and what staff have touched
 * since is left as they made it. Then every public thing is made anew, since the code that makes it may be another.
 * All of it or, on any problem, none.
 */
export async function loadContent(ctx: Publisher, contentDir: string): Promise<Loaded | 'unchanged'> {
  const fingerprint = fingerprintFolders([contentDir, CODE])
  const last = await content.findLoad(ctx.db)
  if (last?.fingerprint === fingerprint) return 'unchanged'
  const { items } = readContent(contentDir)
  return ctx.write(async (tx) => {
    const loaded: Loaded = { added: 0, changed: 0, removed: 0, kept: 0 }
    for (const item of items) loaded[await storeFile(tx, ctx, item)] += 1
    loaded.removed = await removeMissing(tx, new Set(items.map((item) => `${item.kind}:${item.slug}`)))
    const live = await queries.listLiveEntries(tx)
    for (const entryId of live) await placeItem(tx, entryId)
    for (const entryId of live) await renderItem(tx, entryId)
    await content.rememberLoad(tx, { fingerprint, loadedAt: ctx.now().toISOString() })
    return loaded
  })
}

async function storeFile(tx: Tx, ctx: Publisher, item: SeedItem): Promise<'added' | 'changed' | 'kept'> {
  const { kind, slug } = item
  const at = ctx.now().toISOString()
  const described = describeBody(kind, item.value)
  const entry = await queries.findEntry(tx, kind, slug)
  if (entry?.isTouched || entry?.bodyHash === described.bodyHash) return 'kept'
  const entryId = entry?.id ?? ctx.newId()
  if (entry === undefined) await queries.insertEntry(tx, { id: entryId, kind, slug, unitId: OWNER_UNIT, createdAt: at })
  await queries.insertFileEdition(tx, {
    ...described,
    id: ctx.newId(),
    entryId,
    number: (entry?.number ?? 0) + 1,
    at,
  })
  return entry === undefined ? 'added' : 'changed'
}

async function removeMissing(tx: Tx, present: Set<string>) {
  const gone = (await queries.listFileEntries(tx)).filter(({ kind, slug }) => !present.has(`${kind}:${slug}`))
  for (const entry of gone) {
    await takeOff(tx, entry)
    await queries.deleteEntry(tx, entry.id)
  }
  return gone.length
}
