import type { Intent } from './chat/intent.ts'
import { pagesIntent } from './content/pages.chat.ts'
import { situationsIntent } from './content/situations.chat.ts'
import { officerIntent } from './conversations/conversations.chat.ts'
import { dossiersIntent } from './dossiers/dossiers.chat.ts'
import { proceduresIntent } from './procedures/procedures.chat.ts'
import { promisedDateIntent } from './promised-date/promised-date.chat.ts'

/** What the chatbot can do, in the order in which words are tried on it; what nothing claims is looked for in what is published. */
export const intents: Intent[] = [
  officerIntent,
  dossiersIntent,
  proceduresIntent,
  promisedDateIntent,
  situationsIntent,
  pagesIntent,
]
