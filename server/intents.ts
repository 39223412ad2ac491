import { campaignsIntent, previewIntent } from './campaigns/campaigns.chat.ts'
import type { Intent } from './chat/intent.ts'
import { officerIntent } from './conversations/conversations.chat.ts'
import { reportIntent } from './feedback/feedback.chat.ts'
import { reportStatusIntent } from './feedback/status.chat.ts'
import { quizIntent } from './quizzes/quizzes.chat.ts'

/** What the chatbot can do, in the order in which words are tried on it; what nothing claims is looked for in what is published. */
export const intents: Intent[] = [
  officerIntent,
  reportStatusIntent,
  reportIntent,
  quizIntent,
  previewIntent,
  campaignsIntent,
]
