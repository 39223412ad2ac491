import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import type { Ctx, System } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { deleteCodes, replaceCodes } from '../procedures/procedures.queries.ts'
import type { SearchType } from '../search/search.schemas.ts'
import { indexDocument, removeDocument } from '../search/search-index.ts'
import * as queries from './content.queries.ts'
import type { ContentKind } from './content.table.ts'
import { fingerprintFolders } from './fingerprint.ts'
import { readContent } from './read-content.ts'
import type { LinkTo, SeedItem } from './seed-item.ts'

type Publisher = Pick<Ctx<System>, 'db' | 'write' | 'now' | 'newId'>

export type Loaded = { added: number; changed: number; removed: number; kept: number }

/** What turns a file into a reply: when it changes, the same files say something else. */
const CODE = fileURLToPath(new URL('..', import.meta.url))

/**
 * Publishes the content folder: new files become items, changed ones a new edition, unchanged ones cost
 * nothing, and what staff have edited since is left as they wrote it. All of it or, on any problem, none.
 */
export async function loadContent(ctx: Publisher, contentDir: string): Promise<Loaded | 'unchanged'> {
  const fingerprint = fingerprintFolders([contentDir, CODE])
  const last = await queries.findLoad(ctx.db)
  if (last?.fingerprint === fingerprint) return 'unchanged'
  const { items, linkTo } = readContent(contentDir)
  return ctx.write(async (tx) => {
    const loaded: Loaded = { added: 0, changed: 0, removed: 0, kept: 0 }
    for (const item of items) loaded[await publishFile(tx, ctx, item, linkTo)] += 1
    loaded.removed = await removeMissing(tx, new Set(items.map((item) => `${item.kind}:${item.slug}`)))
    await queries.rememberLoad(tx, { fingerprint, loadedAt: ctx.now().toISOString() })
    return loaded
  })
}

async function publishFile(
  tx: Tx,
  ctx: Publisher,
  item: SeedItem,
  linkTo: LinkTo,
): Promise<'added' | 'changed' | 'kept'> {
  const reply = JSON.stringify(item.toReply(linkTo))
  const summary = JSON.stringify(item.toSummary())
  const body = JSON.stringify(item.body)
  const bodyHash = createHash('sha256')
    .update([body, reply, summary, JSON.stringify(item.search)].join('\n'))
    .digest('hex')
  const live = await queries.findItem(tx, item.kind, item.slug)
  if (live && (live.origin === 'staff' || live.bodyHash === bodyHash)) return 'kept'
  const id = live?.id ?? ctx.newId()
  const { kind, slug, code, title, sortKey, section } = item
  await queries.upsertItem(tx, { id, kind, slug, code, title, sortKey, section, summary, reply })
  await queries.insertEdition(tx, {
    id: ctx.newId(),
    itemId: id,
    number: (live?.number ?? 0) + 1,
    body,
    bodyHash,
    origin: 'file',
    publishedAt: ctx.now().toISOString(),
  })
  if (item.kind === 'procedure') await replaceCodes(tx, id, item.codes)
  if (item.search) {
    const { type } = item.search
    await removeDocument(tx, { types: searchTypes(kind).filter((other) => other !== type), slug })
    await indexDocument(tx, { ...item.search, slug, code, title })
  }
  return live ? 'changed' : 'added'
}

async function removeMissing(tx: Tx, present: Set<string>) {
  const gone = (await queries.listFileItems(tx)).filter((item) => !present.has(`${item.kind}:${item.slug}`))
  for (const { id, kind, slug } of gone) {
    await deleteCodes(tx, id)
    await removeDocument(tx, { types: searchTypes(kind), slug })
    await queries.deleteItem(tx, id)
  }
  return gone.length
}

/** A catalogue row and a full procedure are the same item at different times. */
function searchTypes(kind: ContentKind): SearchType[] {
  if (kind === 'procedure') return ['procedure', 'catalogue']
  return kind === 'column' || kind === 'calendar' ? [] : [kind]
}
