import { z } from 'zod'
import type { OaCall } from './oa-client.ts'

const Token = z.looseObject({ token: z.string().min(1) })
/** No number yet: Zalo is still fetching the pictures. */
const Verified = z.looseObject({ id: z.coerce.string().min(1).optional() })
const Slice = z.looseObject({
  total: z.coerce.number().catch(0),
  medias: z
    .array(z.looseObject({ id: z.coerce.string(), title: z.string().catch(''), status: z.string().catch('') }))
    .catch([]),
})
const Nothing = z.looseObject({})

/** An article as Zalo takes it; see §4.1 of its documentation for the lengths that really pass. */
export type OaArticle = {
  title: string
  author: string
  description: string
  /** An https address that Zalo fetches; under 500 KB. */
  coverUrl: string
  body: ({ type: 'text'; content: string } | { type: 'image'; url: string; caption?: string })[]
  trackingLink?: string
  isShown: boolean
}

/** Articles of the account: made by a token first, which is asked about until it has become an id. */
export function articleCalls(call: OaCall) {
  return {
    createArticle: (article: OaArticle) => call({ path: '/v2.0/article/create', post: toBody(article) }, Token),
    /** Takes the place of one that is there, shown or hidden; made by a token too. */
    updateArticle: (id: string, article: OaArticle) =>
      call({ path: '/v2.0/article/update', post: { ...toBody(article), id } }, Token),
    /** The id once there is one; `poll` or an answer without an id: ask again in some seconds. */
    verifyArticle: (token: string) => call({ path: '/v2.0/article/verify', post: { token } }, Verified),
    listArticles: (offset: number) =>
      call({ path: '/v2.0/article/getslice', list: { offset: String(offset), limit: '10', type: 'normal' } }, Slice),
    removeArticle: (id: string) => call({ path: '/v2.0/article/remove', post: { id } }, Nothing),
  }
}

function toBody({ title, author, description, coverUrl, body, trackingLink, isShown }: OaArticle) {
  return {
    ...{ type: 'normal', title, author, description, body },
    cover: { cover_type: 'photo', photo_url: coverUrl, status: 'show' },
    ...(trackingLink === undefined ? {} : { tracking_link: trackingLink }),
    status: isShown ? 'show' : 'hide',
    comment: 'hide',
  }
}
