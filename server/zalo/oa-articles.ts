/** What Zalo said to one request; `unknown`: the answer was lost, so that it may have been done. */
export type Told<T> =
  | ({ outcome: 'told' } & T)
  | { outcome: 'refused'; why: string }
  | { outcome: 'later'; why: string }
  | { outcome: 'unknown'; why: string }

export type OaArticle = {
  title: string
  author: string
  description: string
  coverUrl: string
  /** Plain paragraphs. */
  paragraphs: string[]
  isShown: boolean
}

/** What the Official Account says to everybody. */
export type Articles = {
  /** Zalo makes an article in its own time, and gives a token to ask by. */
  create: (article: OaArticle) => Promise<Told<{ token: string }>>
  /** The article's id once it is made; nothing while Zalo is at it. */
  verify: (token: string) => Promise<Told<{ articleId: string | null }>>
  /** Replaces an article; doing it twice is as good as once. */
  update: (articleId: string, article: OaArticle) => Promise<Told<{ token: string }>>
  /** To every follower; cannot be called back, so it is asked once. */
  broadcast: (articleId: string) => Promise<Told<{ messageId: string }>>
}
