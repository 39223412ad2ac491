import { procedureKind } from '../procedures/procedures.kind.ts'
import { announcementKind, answerKind } from './answers.kind.ts'
import { articleKind } from './articles.kind.ts'
import type { ContentKind } from './content.table.ts'
import { documentKind } from './documents.kind.ts'
import { indexKind } from './indices.kind.ts'
import type { Kind } from './kind.ts'
import { calendarKind, columnKind } from './settings.kind.ts'
import { situationKind } from './situations.kind.ts'

/** Every kind of content; the search types a kind may be found under follow from it. */
export const KINDS: Record<ContentKind, Kind> = {
  procedure: procedureKind,
  article: articleKind,
  document: documentKind,
  index: indexKind,
  situation: situationKind,
  answer: answerKind,
  announcement: announcementKind,
  column: columnKind,
  calendar: calendarKind,
}
