import { useQueries, useQuery } from '@tanstack/react-query'
import { textOf } from './field-spec.ts'
import { isFields, listOf } from './form-value.ts'

/** Something a reader can be led to, as a body names it: `procedure:2.002854`, `article:vneid`. */
export type Published = { name: string; title: string }

export const REFERENCE_KINDS = {
  procedure: { label: 'Thủ tục', at: 'procedures' },
  article: { label: 'Bài', at: 'articles' },
  document: { label: 'Văn bản', at: 'documents' },
  situation: { label: 'Tình huống', at: 'situations' },
  index: { label: 'Chỉ số', at: 'indices' },
} as const
export type ReferenceKind = keyof typeof REFERENCE_KINDS

const MOST_FOUND = 8
const WHILE_FRESH_MS = 300_000

export function kindOfName(name: string): ReferenceKind | undefined {
  const kind = name.slice(0, name.indexOf(':'))
  return isReferenceKind(kind) ? kind : undefined
}

function isReferenceKind(kind: string): kind is ReferenceKind {
  return Object.hasOwn(REFERENCE_KINDS, kind)
}

/** What is public and answers to these words, of one kind or of all. */
export function useSearchPublished(words: string, kind: ReferenceKind | undefined) {
  return useQuery({
    queryKey: ['published', kind, words],
    enabled: words.trim() !== '',
    staleTime: WHILE_FRESH_MS,
    queryFn: async () => {
      const query = new URLSearchParams({ q: words, limit: String(MOST_FOUND), ...(kind && { type: kind }) })
      return readHits(await ask(`/api/search?${query}`))
    },
  })
}

function readHits(reply: unknown): Published[] {
  const hits = isFields(reply) ? listOf(reply.items) : []
  return hits.filter(isFields).flatMap(({ type, slug, code, title }) => {
    const kind = type === 'catalogue' ? 'procedure' : textOf(type)
    if (!isReferenceKind(kind)) return []
    const own = kind === 'procedure' ? textOf(code) || textOf(slug) : textOf(slug)
    return [{ name: `${kind}:${own}`, title: textOf(title) }]
  })
}

/** The titles of what is named; `null` where nothing public is called so, nothing while it is being asked. */
export function useTitles(names: string[]): (string | null | undefined)[] {
  return useQueries({ queries: names.map(askOne), combine: (all) => all.map(({ data }) => titleOf(data)) })
}

/** The yes/no questions of a public procedure. */
export function useQuestionsOf(code: string): { key: string; text: string }[] {
  const { data } = useQuery({ ...askOne(`procedure:${code}`), enabled: code !== '' })
  return listOf(data?.questions)
    .filter(isFields)
    .map(({ key, text }) => ({ key: textOf(key), text: textOf(text) }))
}

function askOne(name: string) {
  const kind = kindOfName(name)
  const own = name.slice(name.indexOf(':') + 1)
  return {
    queryKey: ['published', name],
    staleTime: WHILE_FRESH_MS,
    queryFn: async () => {
      if (kind === undefined) return null
      const reply = await ask(`/api/${REFERENCE_KINDS[kind].at}/${encodeURIComponent(own)}`)
      return isFields(reply) ? reply : null
    },
  }
}

function titleOf(thing: Record<string, unknown> | null | undefined): string | null | undefined {
  if (!thing) return thing
  const { plainName, number, kind, name, nameVi, title } = thing
  if (number !== undefined) return `${textOf(kind)} ${textOf(number)}: ${textOf(title)}`
  if (nameVi !== undefined) return `${textOf(name)}: ${textOf(nameVi)}`
  return textOf(plainName) || textOf(title)
}

/** The fields procedures are listed under. */
export function useProcedureFields(): string[] {
  const { data } = useQuery({
    queryKey: ['published', 'procedure-fields'],
    staleTime: WHILE_FRESH_MS,
    queryFn: () => ask('/api/procedures'),
  })
  return isFields(data)
    ? listOf(data.fields)
        .filter(isFields)
        .map(({ name }) => textOf(name))
    : []
}

/** Asked of the citizens' service, which says what they can see; `null` when there is no such thing. */
async function ask(address: string): Promise<unknown> {
  const answer = await fetch(address)
  if (answer.status === 404 || answer.status === 410) return null
  if (!answer.ok) throw await answer.json()
  return answer.json()
}
