import type { Api } from '../http/api.ts'
import { route } from '../http/route.ts'
import { commentOnPage } from './page-comments.usecases.ts'
import { NewComment, NewRead, Taken } from './reading.schemas.ts'
import { countRead } from './reads.usecases.ts'

const comment = route('POST /api/page-comments', {
  summary: 'Say whether a page was useful; names and numbers are taken out before it is kept',
  access: 'anyone',
  body: NewComment,
  reply: Taken,
  status: 201,
  problems: ['entry.not_found', 'comment.too_many'],
})
const read = route('POST /api/reads', {
  summary: 'Count a page as opened, without who opened it',
  access: 'anyone',
  body: NewRead,
  reply: Taken,
})

export function readingDoors(api: Api) {
  api.serve(comment, (ctx, { body }, from) => commentOnPage(ctx, body, from))
  api.serve(read, (ctx, { body }, from) => countRead(ctx, body, from))
}
