import type { z } from '@hono/zod-openapi'
import type { SearchType } from '../search/search.schemas.ts'
import type { ContentKind } from './content.table.ts'
import type { Link } from './provenance.schemas.ts'

/** Turns `procedure:2.002854` into what a screen links to. */
export type LinkTo = (reference: string) => z.infer<typeof Link>

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

/** A content file after parsing, before it is a row: what it says, what it names, and how it is shown. */
export type SeedItem = {
  kind: ContentKind
  slug: string
  code: string | null
  title: string
  sortKey: string
  section: string | null
  file: string
  body: unknown
  references: { to: string; line: number }[]
  codes: { code: string; isCurrent: boolean; reason: string | null; position: number }[]
  search: SearchWords | null
  toReply: (linkTo: LinkTo) => unknown
  toSummary: () => unknown
}
