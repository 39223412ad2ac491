import { auditDoors } from './audit/audit.admin.ts'
import { campaignPageDoors } from './campaigns/campaign-pages.public.ts'
import { campaignAdminDoors } from './campaigns/campaigns.admin.ts'
import { campaignDoors } from './campaigns/campaigns.public.ts'
import { chatChannelDoors } from './chat/channels.admin.ts'
import { citizenDoors } from './citizens/citizens.public.ts'
import { contentDoors } from './content/content.public.ts'
import { feedDoors } from './content/feeds.public.ts'
import { pageDoors } from './content/pages.public.ts'
import { contestBoardDoors } from './contests/board.admin.ts'
import { contestPageDoors } from './contests/contest-pages.public.ts'
import { contestAdminDoors } from './contests/contests.admin.ts'
import { contestDoors } from './contests/contests.public.ts'
import { contestMemberDoors } from './contests/members.admin.ts'
import { resultAdminDoors } from './contests/results.admin.ts'
import { resultDoors } from './contests/results.public.ts'
import { takingDoors } from './contests/taking.public.ts'
import { conversationDoors } from './conversations/conversations.admin.ts'
import { chatQuestionDoors } from './conversations/questions.admin.ts'
import { exportDoors } from './exports/exports.admin.ts'
import { feedbackAdminDoors } from './feedback/feedback.admin.ts'
import { feedbackDoors } from './feedback/feedback.public.ts'
import { feedbackFiguresDoors } from './feedback/figures.admin.ts'
import { officeHoursDoors } from './feedback/office-hours.admin.ts'
import { feedbackPageDoors } from './feedback/pages.public.ts'
import { reportFileAdminDoors } from './feedback/report-files.admin.ts'
import { reportFileDoors } from './feedback/report-files.public.ts'
import { feedbackSettingsDoors } from './feedback/settings.admin.ts'
import type { Api } from './http/api.ts'
import type { Pages } from './http/pages.ts'
import type { StaffApi } from './http/staff-api.ts'
import { imageAdminDoors } from './images/images.admin.ts'
import { imageDoors } from './images/images.public.ts'
import { inboxDoors } from './inbox/inbox.public.ts'
import { privacyDoors } from './privacy/privacy.public.ts'
import { procedureDoors } from './procedures/procedures.public.ts'
import { promisedDateDoors } from './promised-date/promised-date.public.ts'
import { publishingDoors } from './publishing/publishing.admin.ts'
import { previewDoors, previewPageDoors } from './publishing/publishing.public.ts'
import { questionFileDoors } from './quizzes/import.admin.ts'
import { practiceDoors } from './quizzes/practice.public.ts'
import { quizPageDoors } from './quizzes/quiz-pages.public.ts'
import { quizAdminDoors } from './quizzes/quizzes.admin.ts'
import { roomDoors } from './quizzes/rooms.public.ts'
import { readingAdminDoors } from './reading/reading.admin.ts'
import { readingDoors } from './reading/reading.public.ts'
import { searchDoors } from './search/search.public.ts'
import { meDoors } from './staff/me.admin.ts'
import { sessionDoors } from './staff/session.admin.ts'
import { staffDoors } from './staff/staff.admin.ts'
import { tokenDoors } from './staff/tokens.admin.ts'
import { unitsAdminDoors } from './units/units.admin.ts'
import { linkDoors } from './upkeep/links.admin.ts'
import { noticeDoors } from './upkeep/notices.admin.ts'
import { recheckDoors } from './upkeep/recheck.admin.ts'

/** Every feature's doors for citizens. */
export function mountDoors(api: Api, pages: Pages | undefined) {
  procedureDoors(api)
  contentDoors(api)
  searchDoors(api)
  promisedDateDoors(api)
  feedDoors(api)
  readingDoors(api)
  imageDoors(api)
  previewDoors(api)
  feedbackDoors(api)
  reportFileDoors(api)
  resultDoors(api)
  inboxDoors(api)
  contestDoors(api)
  takingDoors(api)
  citizenDoors(api)
  privacyDoors(api)
  practiceDoors(api)
  roomDoors(api)
  campaignDoors(api)
  if (pages) {
    pageDoors(api, pages)
    previewPageDoors(api, pages)
    feedbackPageDoors(api, pages)
    quizPageDoors(api, pages)
    contestPageDoors(api, pages)
    campaignPageDoors(api, pages)
  }
}

/** Every feature's doors for staff. */
export function mountStaffDoors(api: StaffApi) {
  publishingDoors(api)
  imageAdminDoors(api)
  auditDoors(api)
  sessionDoors(api)
  meDoors(api)
  staffDoors(api)
  tokenDoors(api)
  unitsAdminDoors(api)
  readingAdminDoors(api)
  linkDoors(api)
  recheckDoors(api)
  noticeDoors(api)
  feedbackAdminDoors(api)
  reportFileAdminDoors(api)
  feedbackSettingsDoors(api)
  officeHoursDoors(api)
  feedbackFiguresDoors(api)
  contestAdminDoors(api)
  quizAdminDoors(api)
  questionFileDoors(api)
  contestMemberDoors(api)
  contestBoardDoors(api)
  resultAdminDoors(api)
  campaignAdminDoors(api)
  conversationDoors(api)
  chatQuestionDoors(api)
  chatChannelDoors(api)
  exportDoors(api)
}
