import { campaignsIntent, previewIntent } from './campaigns/campaigns.chat.ts'
import { newsIntent } from './campaigns/news.chat.ts'
import type { Intent } from './chat/intent.ts'
import { linkIntent } from './citizens/link.chat.ts'
import { columnsIntent } from './content/content.chat.ts'
import { pagesIntent } from './content/pages.chat.ts'
import { situationsIntent } from './content/situations.chat.ts'
import { contestIntent } from './contests/contests.chat.ts'
import { officerIntent } from './conversations/conversations.chat.ts'
import { dossiersIntent } from './dossiers/dossiers.chat.ts'
import { reportIntent } from './feedback/feedback.chat.ts'
import { reportStatusIntent } from './feedback/status.chat.ts'
import { erasureIntent } from './privacy/erasure.chat.ts'
import { proceduresIntent } from './procedures/procedures.chat.ts'
import { promisedDateIntent } from './promised-date/promised-date.chat.ts'
import { quizIntent } from './quizzes/quizzes.chat.ts'

/** What the chatbot can do, in the order in which words are tried on it; what nothing claims is looked for in what is published. */
export const intents: Intent[] = [
  officerIntent,
  previewIntent,
  linkIntent,
  erasureIntent,
  newsIntent,
  campaignsIntent,
  reportStatusIntent,
  reportIntent,
  contestIntent,
  quizIntent,
  columnsIntent,
  dossiersIntent,
  proceduresIntent,
  promisedDateIntent,
  situationsIntent,
  pagesIntent,
]
