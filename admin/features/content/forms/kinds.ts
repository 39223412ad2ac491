import type { WrittenKind } from '../entry.ts'
import { ANNOUNCEMENT } from './announcement.fields.ts'
import { ANSWER } from './answer.fields.ts'
import { ARTICLE } from './article.fields.ts'
import { DOCUMENT } from './document.fields.ts'
import type { Section } from './field-spec.ts'
import { INDEX } from './index.fields.ts'
import { PROCEDURE } from './procedure.fields.ts'
import { SITUATION } from './situation.fields.ts'

/** The form of every kind that staff write. */
export const FORMS: Record<WrittenKind, Section[]> = {
  article: ARTICLE,
  procedure: PROCEDURE,
  document: DOCUMENT,
  index: INDEX,
  situation: SITUATION,
  answer: ANSWER,
  announcement: ANNOUNCEMENT,
}
