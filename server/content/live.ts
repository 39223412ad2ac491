import { createHash } from 'node:crypto'
import type { Db, Tx } from '../db/database.ts'
import { deleteCodes, replaceCodes } from '../procedures/procedures.queries.ts'
import type { SearchType } from '../search/search.schemas.ts'
import { indexDocument, removeDocument } from '../search/search-index.ts'
import { vietnamDate } from '../vietnam-time.ts'
import type { ContentKind } from './content.table.ts'
import type { Look, Publication } from './kind.ts'
import { KINDS } from './kinds.ts'
import * as queries from './live.queries.ts'
import { Link, type Standing } from './provenance.schemas.ts'

/** What people read is made here from the live edition, whoever published it: a file, a person or the clock. */
export async function goLive(tx: Tx, entryId: string) {
  const name = await placeItem(tx, entryId)
  if (name === undefined) return
  await renderItem(tx, entryId)
  await renderThoseNaming(tx, entryId)
}

/** The live edition as it is listed, found and named by others. Its reply is made by `renderItem`. */
export async function placeItem(tx: Tx, entryId: string): Promise<string | undefined> {
  const live = await queries.findLive(tx, entryId)
  if (live === undefined) return undefined
  const { kind } = live
  const publication = KINDS[kind].publish(JSON.parse(live.body))
  const { slug, code, title, sortKey, section } = publication
  const isListed = live.state === 'published'
  await queries.upsertItem(tx, { id: entryId, kind, slug, code, title, sortKey, section, isListed })
  await queries.replaceReferences(tx, entryId, namesIn(publication))
  if (kind === 'procedure') await replaceCodes(tx, entryId, publication.codes)
  const found = isListed ? publication.search : null
  await removeDocument(tx, { types: searchTypes(kind).filter((type) => type !== found?.type), slug })
  if (found) await indexDocument(tx, { ...found, slug, code, title })
  return `${kind}:${slug}`
}

/** Makes the reply and the summary of a placed item; `false` when they say what they said before. */
export async function renderItem(tx: Tx, entryId: string): Promise<boolean> {
  const live = await queries.findLive(tx, entryId)
  if (live === undefined) return false
  const kind = KINDS[live.kind]
  const publication = kind.publish(JSON.parse(live.body))
  const look = await lookFrom(tx, publication, await standingOf(tx, live))
  const reply = JSON.stringify(kind.reply.parse(publication.toReply(look)))
  const summary = JSON.stringify(kind.summary.parse(publication.toSummary()))
  const replyHash = createHash('sha256').update(`${reply}\n${summary}`).digest('hex').slice(0, 32)
  return queries.setReply(tx, entryId, { reply, summary, replyHash })
}

/** The thing is no longer public; what names it is shown without the link. */
export async function takeOff(tx: Tx, { id, kind, slug }: { id: string; kind: ContentKind; slug: string }) {
  const naming = await queries.listNaming(tx, await namesOf(tx, id))
  await deleteCodes(tx, id)
  await queries.replaceReferences(tx, id, [])
  await removeDocument(tx, { types: searchTypes(kind), slug })
  await queries.deleteItem(tx, id)
  for (const entryId of naming) await renderItem(tx, entryId)
}

/** Whoever names this one shows its title, and a document shows what stands in its place: both may have changed. */
async function renderThoseNaming(tx: Tx, entryId: string) {
  const named = await queries.listReferences(tx, entryId)
  const others = [
    ...(await queries.listNaming(tx, await namesOf(tx, entryId))),
    ...(await queries.listNamed(
      tx,
      named.filter(({ role }) => role !== null).map(({ name }) => name),
    )),
  ]
  for (const other of new Set(others)) if (other !== entryId) await renderItem(tx, other)
}

async function namesOf(tx: Tx, entryId: string): Promise<string[]> {
  const item = await queries.findItemNames(tx, entryId)
  if (item === undefined) return []
  const { kind, slug, code } = item
  if (code === null) return [`${kind}:${slug}`]
  return [`${kind}:${slug}`, kind === 'document' ? `number:${code}` : `${kind}:${code}`]
}

function namesIn({ references, documentNumbers }: Publication) {
  return [
    ...references.map(({ to, role }) => ({ name: to, role: role ?? null })),
    ...documentNumbers.map((number) => ({ name: `number:${number}`, role: null })),
  ]
}

/** Everything a reply asks of others, fetched before it is made. */
export async function lookFrom(db: Db, publication: Publication, standing: Standing): Promise<Look> {
  const { slug, references, documentNumbers } = publication
  const replacing = await queries.listReplacing(db, `document:${slug}`)
  const documents = await queries.findDocuments(db, documentNumbers)
  const names = [...references.map(({ to }) => to), ...replacing, ...documents.map((each) => `document:${each.slug}`)]
  const items = await queries.findNamed(db, names)
  const links = new Map(
    items.flatMap(({ kind, slug, code, title }) => {
      const link = Link.safeParse({ type: kind, slug, code, title })
      if (!link.success) return []
      return [`${kind}:${slug}`, `${kind}:${code}`].map((name) => [name, link.data] as const)
    }),
  )
  return {
    linkTo: (reference) => links.get(reference),
    documentOf(number) {
      const document = documents.find(({ code }) => code === number)
      return document && `document:${document.slug}`
    },
    replacedBy: () => replacing,
    standing,
  }
}

async function standingOf(tx: Tx, live: queries.LiveEdition): Promise<Standing> {
  const changes = await queries.listMajorChanges(tx, live.entryId)
  const updates = changes.map(({ at, note }) => ({ on: vietnamDate(new Date(at)), note }))
  return {
    ...(live.state === 'withdrawn' && live.withdrawnOn !== null
      ? { withdrawn: { on: live.withdrawnOn, reason: live.withdrawnReason ?? '' } }
      : {}),
    ...(updates.length > 0 ? { updates } : {}),
  }
}

/** A catalogue row and a full procedure are the same item at different times. */
function searchTypes(kind: ContentKind): SearchType[] {
  if (kind === 'procedure') return ['procedure', 'catalogue']
  return kind === 'column' || kind === 'calendar' || kind === 'announcement' ? [] : [kind]
}
