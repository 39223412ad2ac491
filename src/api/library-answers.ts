import type { components } from './schema.gen.ts'

type Library = components['schemas']['Library']
type Answer = { status: number; body: unknown }

const PAGE = 40

/** What the service would answer, from what was kept; a path that was not kept says so. */
export function answerFor(url: URL, library: Library): Answer {
  const [, , collection = '', name] = url.pathname
    .replace(/^.*(?=\/api\/)/, '')
    .split('/')
    .map(decodeURIComponent)
  if (name !== undefined) return one(collection, name, library)
  switch (collection) {
    case 'home':
      return found(library.home)
    case 'procedures':
      return found(listProcedures(url.searchParams, library))
    case 'articles':
      return found({ items: library.articles, columns: library.home.columns })
    case 'documents':
      return found({
        items: library.documents
          .map((document) => ({ ...document, isReplaced: document.replacedBy.length > 0 }))
          .reverse(),
      })
    case 'indices':
      return found({ items: library.indices.map((index) => ({ ...index, latest: null })) })
    case 'situations':
      return found({ items: library.situations })
    case 'answers':
      return found({ items: library.answers ?? [] })
    case 'search':
      return found(search(url.searchParams.get('q') ?? '', library))
    default:
      return { status: 503, body: { code: 'app.offline' } }
  }
}

function one(collection: string, name: string, library: Library): Answer {
  if (collection === 'procedures') return procedure(name, library)
  const collections: Record<string, { slug: string }[]> = {
    articles: library.articles,
    documents: library.documents,
    indices: library.indices,
    situations: library.situations,
    answers: library.answers ?? [],
  }
  const item = collections[collection]?.find(({ slug }) => slug === name)
  return item ? found(item) : { status: 404, body: { code: 'app.offline' } }
}

function procedure(name: string, { procedures, listed, replacedCodes }: Library): Answer {
  const full = procedures.find(({ code, slug }) => code === name || slug === name)
  if (full) return found(full)
  const onlyListed = listed.find(({ code, slug }) => code === name || slug === name)
  if (onlyListed) return found(asProcedure(onlyListed))
  const [replaced, ...others] = replacedCodes.filter(({ code }) => code === name)
  const successor = procedures.find(({ slug }) => slug === replaced?.slug)
  if (!replaced || !successor) return { status: 404, body: { code: 'procedure.not_found' } }
  const alternatives = others
    .flatMap(({ slug }) => procedures.filter((each) => each.slug === slug))
    .map(({ slug, code, plainName }) => ({ type: 'procedure', slug, code, title: plainName }))
  return found({ ...successor, redirectedFrom: { code: name, reason: replaced.reason, alternatives } })
}

function asProcedure(listed: Library['listed'][number]) {
  const nothing = {
    questions: [],
    channels: [],
    cases: [],
    steps: [],
    conditions: [],
    results: [],
    legalBasis: [],
    predecessors: [],
    related: [],
    sources: [],
    unverified: [],
    targetUsers: [],
  }
  const unknown = {
    summary: null,
    ministry: null,
    whereToSubmit: null,
    whoFor: null,
    feeSummary: null,
    changes: null,
    warning: null,
  }
  return { ...nothing, ...unknown, ...listed, checkedOn: '', reviewBy: '9999-12-31', owner: '' }
}

function listProcedures(query: URLSearchParams, { procedures, listed }: Library) {
  const all = [...procedures, ...listed]
  const fits = all.filter(
    (each) =>
      (query.get('field') ?? each.field) === each.field &&
      (!query.has('level') || each.levels.some((level) => level === query.get('level'))) &&
      (!query.has('audience') || each.audiences.some((audience) => audience === query.get('audience'))),
  )
  const from = Number(query.get('cursor') ?? 0)
  const counts = new Map<string, number>()
  for (const { field } of all) counts.set(field, (counts.get(field) ?? 0) + 1)
  return {
    items: fits.slice(from, from + PAGE),
    total: fits.length,
    nextCursor: from + PAGE < fits.length ? String(from + PAGE) : null,
    fields: [...counts].map(([name, count]) => ({ name, count })),
  }
}

/** Plain word matching, enough to find one's way without a network. */
function search(query: string, library: Library) {
  const asked = fold(query).split(/\s+/).filter(Boolean)
  const titles = new Map(
    [
      ...library.procedures.map((each) => ({
        type: 'procedure',
        slug: each.slug,
        code: each.code,
        title: each.plainName,
        snippet: each.summary ?? '',
      })),
      ...library.listed.map((each) => ({
        type: 'catalogue',
        slug: each.slug,
        code: each.code,
        title: each.plainName,
        snippet: each.field,
      })),
      ...library.articles.map((each) => ({
        type: 'article',
        slug: each.slug,
        code: each.key,
        title: each.title,
        snippet: each.summary,
      })),
      ...library.documents.map((each) => ({
        type: 'document',
        slug: each.slug,
        code: each.number,
        title: `${each.kind} ${each.number}`,
        snippet: each.title,
      })),
      ...library.indices.map((each) => ({
        type: 'index',
        slug: each.slug,
        code: each.name,
        title: each.name,
        snippet: each.nameVi,
      })),
      ...library.situations.map((each) => ({
        type: 'situation',
        slug: each.slug,
        code: undefined,
        title: each.title,
        snippet: each.summary,
      })),
      ...(library.answers ?? []).map((each) => ({
        type: 'answer',
        slug: each.slug,
        code: undefined,
        title: each.question,
        snippet: '',
      })),
    ].map((item) => [`${item.type}:${item.slug}`, item]),
  )
  const scored = library.terms.flatMap(({ type, slug, words }) => {
    const item = titles.get(`${type}:${slug}`)
    const text = ` ${fold(words)} ${fold(item?.code ?? '')} `
    const score = asked.filter((word) => text.includes(` ${word}`)).length / Math.max(1, asked.length)
    return item && score >= 0.5 ? [{ ...item, score }] : []
  })
  const items = scored.sort((a, b) => b.score - a.score).slice(0, 20)
  return { items, confidence: items.length > 0 ? 'medium' : 'low', suggestions: [] }
}

function fold(text: string) {
  return text
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
}

function found(body: unknown): Answer {
  return { status: 200, body }
}
