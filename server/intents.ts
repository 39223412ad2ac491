import { newsIntent } from './campaigns/news.chat.ts'
import type { Intent } from './chat/intent.ts'
import { linkIntent } from './citizens/link.chat.ts'
import { columnsIntent } from './content/content.chat.ts'
import { contestIntent } from './contests/contests.chat.ts'
import { officerIntent } from './conversations/conversations.chat.ts'
import { reportIntent } from './feedback/feedback.chat.ts'
import { reportStatusIntent } from './feedback/status.chat.ts'
import { erasureIntent } from './privacy/erasure.chat.ts'
import { quizIntent } from './quizzes/quizzes.chat.ts'

/** What the chatbot can do, in the order in which words are tried on it; what nothing claims is looked for in what is published. */
export const intents: Intent[] = [
  officerIntent,
  linkIntent,
  erasureIntent,
  newsIntent,
  reportStatusIntent,
  reportIntent,
  contestIntent,
  quizIntent,
  columnsIntent,
]
