import { z } from '@hono/zod-openapi'

export const SEARCH_TYPES = ['procedure', 'catalogue', 'article', 'document', 'situation', 'index', 'answer'] as const
export type SearchType = (typeof SEARCH_TYPES)[number]

/** The longest query answered, in code points; a longer one is refused with `search.query_too_long`. */
export const LONGEST_QUERY = 300

export const SearchQuery = z.strictObject({
  q: z.string().max(LONGEST_QUERY),
  type: z.enum(SEARCH_TYPES).optional(),
  limit: z.coerce.number().int().min(1).max(50).default(10),
})

export const SearchHit = z
  .strictObject({
    type: z.enum(SEARCH_TYPES),
    slug: z.string(),
    code: z.string().optional(),
    title: z.string(),
    /** One line of help, with what matched between U+0002 and U+0003 (never HTML). */
    snippet: z.string(),
    score: z.number(),
    redirectedFrom: z.string().optional(),
  })
  .openapi('SearchHit')
export type SearchHit = z.infer<typeof SearchHit>

export const SearchAnswer = z
  .strictObject({
    items: z.array(SearchHit),
    /** The three bands of the chatbot: answer, offer a menu, say that nothing was found. */
    confidence: z.enum(['high', 'medium', 'low']),
    /** Other wordings worth trying; each is a query. */
    suggestions: z.array(z.string()),
    /** An abbreviation with several meanings; each choice is the query with that meaning written out. */
    ambiguous: z
      .strictObject({
        word: z.string(),
        choices: z.array(z.strictObject({ meaning: z.string(), query: z.string() })),
      })
      .optional(),
  })
  .openapi('SearchAnswer')
export type SearchAnswer = z.infer<typeof SearchAnswer>
