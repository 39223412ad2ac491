import type { z } from '@hono/zod-openapi'
import type { SearchType } from '../search/search.schemas.ts'
import type { ContentKind } from './content.table.ts'
import type { Link, Standing } from './provenance.schemas.ts'

export type Path = readonly (string | number)[]

/** A name in a text or a list that leads to another published thing, and the field it stands in. */
export type Reference = { to: string; path: Path; role?: 'replacedBy' }

/** What a schema cannot see: names that must agree within one thing. `message` is for whoever edits files. */
export type KindProblem = { path: Path; code: string; message: string }

/** What a reply needs to know of others; a thing that is not public leads nowhere and is left out. */
export type Look = {
  linkTo: (reference: string) => z.infer<typeof Link> | undefined
  /** The public document of this number, as a reference. */
  documentOf: (number: string) => string | undefined
  /** Documents that say this one now stands in their place. */
  replacedBy: (slug: string) => string[]
  standing: Standing
}

/** The words a thing is found by. */
export type SearchWords = {
  type: SearchType
  /** Predecessor codes and document numbers that lead here. */
  otherCodes: string[]
  plainTitle: string
  summary: string
  terms: string[]
  body: string
  listedOnly: boolean
}

/** A written thing as it is listed, found and shown. */
export type Publication = {
  slug: string
  code: string | null
  title: string
  sortKey: string
  section: string | null
  references: Reference[]
  /** Numbers of documents it names, which may or may not be published here. */
  documentNumbers: string[]
  codes: { code: string; isCurrent: boolean; reason: string | null; position: number }[]
  search: SearchWords | null
  /** The JSON that leaves for it, before the kind's `reply` schema has looked at it. */
  toReply: (look: Look) => unknown
  toSummary: () => unknown
}

/** One kind of content: what is written, what leaves, and how the one becomes the other. */
export type Kind<S extends z.ZodType = z.ZodType> = {
  kind: ContentKind
  written: S
  reply: z.ZodType
  summary: z.ZodType
  check: (value: z.output<S>) => KindProblem[]
  publish: (value: z.output<S>) => Publication
}

/** Keeps the schema's type between `written` and what `publish` is given; the registry then holds any kind. */
export function defineKind<S extends z.ZodType>(kind: Kind<S>): Kind {
  return kind as unknown as Kind
}

export function linksTo(references: string[], look: Look) {
  return references.flatMap((reference) => look.linkTo(reference) ?? [])
}

/** `related` of every kind: a list of references. */
export function relatedReferences(related: string[]): Reference[] {
  return related.map((to, index) => ({ to, path: ['related', index] }))
}
