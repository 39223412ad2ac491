import { z } from '@hono/zod-openapi'
import type { Api } from '../http/api.ts'
import { route } from '../http/route.ts'
import { Answer, Article, DirectiveDocument, ReformIndex, Situation } from './content.schemas.ts'
import { listArticles, listItems, packLibrary, readItem, showHome } from './content.usecases.ts'
import {
  AnswerList,
  ArticleList,
  ArticleListQuery,
  DocumentList,
  Home,
  IndexList,
  Library,
  SituationList,
} from './library.schemas.ts'

const bySlug = z.object({ slug: z.string().min(1).max(120) })

const home = route('GET /api/home', { summary: 'The first screen in one request', access: 'anyone', reply: Home })
const library = route('GET /api/library', {
  summary: 'Everything published, for reading without a network',
  access: 'anyone',
  reply: Library,
})
const articles = route('GET /api/articles', {
  summary: 'Explainers, newest first',
  access: 'anyone',
  query: ArticleListQuery,
  reply: ArticleList,
  problems: ['request.invalid'],
})
const article = route('GET /api/articles/{slug}', {
  summary: 'One explainer',
  access: 'anyone',
  params: bySlug,
  reply: Article,
  problems: ['article.not_found'],
})
const documents = route('GET /api/documents', {
  summary: 'Directive documents, newest first',
  access: 'anyone',
  reply: DocumentList,
})
const document = route('GET /api/documents/{slug}', {
  summary: 'One directive document, with what replaced it',
  access: 'anyone',
  params: bySlug,
  reply: DirectiveDocument,
  problems: ['document.not_found'],
})
const indices = route('GET /api/indices', { summary: 'Reform indices', access: 'anyone', reply: IndexList })
const index = route('GET /api/indices/{slug}', {
  summary: 'One index: what it measures, and its values by year',
  access: 'anyone',
  params: bySlug,
  reply: ReformIndex,
  problems: ['index.not_found'],
})
const situations = route('GET /api/situations', { summary: 'Life situations', access: 'anyone', reply: SituationList })
const situation = route('GET /api/situations/{slug}', {
  summary: 'One decision tree, whole',
  access: 'anyone',
  params: bySlug,
  reply: Situation,
  problems: ['situation.not_found'],
})
const answers = route('GET /api/answers', {
  summary: 'Questions with a short answer',
  access: 'anyone',
  reply: AnswerList,
})
const answer = route('GET /api/answers/{slug}', {
  summary: 'One short answer',
  access: 'anyone',
  params: bySlug,
  reply: Answer,
  problems: ['answer.not_found'],
})

export function contentDoors(api: Api) {
  api.publish(home, (ctx) => showHome(ctx))
  api.publish(library, (ctx) => packLibrary(ctx))
  api.publish(articles, (ctx, { query }) => listArticles(ctx, query.column))
  api.publish(article, (ctx, { params }) => readItem(ctx, 'article', params.slug, 'article.not_found'))
  api.publish(documents, (ctx) => listItems(ctx, 'document'))
  api.publish(document, (ctx, { params }) => readItem(ctx, 'document', params.slug, 'document.not_found'))
  api.publish(indices, (ctx) => listItems(ctx, 'index'))
  api.publish(index, (ctx, { params }) => readItem(ctx, 'index', params.slug, 'index.not_found'))
  api.publish(answers, (ctx) => listItems(ctx, 'answer'))
  api.publish(answer, (ctx, { params }) => readItem(ctx, 'answer', params.slug, 'answer.not_found'))
  api.publish(situations, (ctx) => listItems(ctx, 'situation'))
  api.publish(situation, (ctx, { params }) => readItem(ctx, 'situation', params.slug, 'situation.not_found'))
}
