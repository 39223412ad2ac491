import { campaignsIntent, previewIntent } from './campaigns/campaigns.chat.ts'
import type { Intent } from './chat/intent.ts'
import { pagesIntent } from './content/pages.chat.ts'
import { situationsIntent } from './content/situations.chat.ts'
import { officerIntent } from './conversations/conversations.chat.ts'
import { dossiersIntent } from './dossiers/dossiers.chat.ts'
import { reportIntent } from './feedback/feedback.chat.ts'
import { reportStatusIntent } from './feedback/status.chat.ts'
import { proceduresIntent } from './procedures/procedures.chat.ts'
import { promisedDateIntent } from './promised-date/promised-date.chat.ts'
import { quizIntent } from './quizzes/quizzes.chat.ts'

/** What the chatbot can do, in the order in which words are tried on it; what nothing claims is looked for in what is published. */
export const intents: Intent[] = [
  officerIntent,
  previewIntent,
  campaignsIntent,
  reportStatusIntent,
  reportIntent,
  quizIntent,
  dossiersIntent,
  proceduresIntent,
  promisedDateIntent,
  situationsIntent,
  pagesIntent,
]
