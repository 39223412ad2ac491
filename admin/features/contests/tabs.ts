import type { ComponentType } from 'react'
import { type Me, may } from '../account/session.ts'
import { BuilderTab } from './builder-tab.tsx'
import { CheckTab } from './check-tab.tsx'
import { ComplaintsTab } from './complaints-tab.tsx'
import { HeldTab } from './held-tab.tsx'
import { MembersTab } from './members-tab.tsx'
import { OverviewTab } from './overview-tab.tsx'
import { ParticipationTab } from './participation-tab.tsx'
import { QuestionsTab } from './questions-tab.tsx'
import { ResultTab } from './result-tab.tsx'
import { endedRounds, mayFor } from './result-words.ts'
import { SimilarityTab } from './similarity-tab.tsx'
import type { Contest } from './words.ts'

export type TabProps = { contest: Contest; me: Me }
type Tab = {
  /** In the address, `?muc=`; the first has none. */
  key: string
  label: string
  isShown: (contest: Contest, me: Me) => boolean
  Part: ComponentType<TabProps>
}

const hasEnded = (contest: Contest) => contest.isOwn && endedRounds(contest).length > 0
const isAnnounced = ({ state }: Contest) => state !== 'draft' && state !== 'reviewed'

/** The parts of a contest's screen, in the order they stand there; one line each. */
export const TABS: Tab[] = [
  { key: '', label: 'Tổng quan', isShown: () => true, Part: OverviewTab },
  { key: 'soan', label: 'Thể lệ và đề', isShown: () => true, Part: BuilderTab },
  { key: 'kiem-tra', label: 'Kiểm tra', isShown: ({ isOwn }) => isOwn, Part: CheckTab },
  { key: 'tham-gia', label: 'Tham gia', isShown: isAnnounced, Part: ParticipationTab },
  {
    key: 'danh-sach',
    label: 'Danh sách dự thi',
    isShown: (contest, me) => isAnnounced(contest) && may(me, 'contests.members'),
    Part: MembersTab,
  },
  {
    key: 'trung-ma',
    label: 'Trùng mã',
    isShown: (contest, me) => isAnnounced(contest) && contest.isOwn && may(me, 'contests.officiate'),
    Part: HeldTab,
  },
  { key: 'ket-qua', label: 'Kết quả', isShown: hasEnded, Part: ResultTab },
  {
    key: 'khieu-nai',
    label: 'Khiếu nại',
    isShown: (contest, me) => hasEnded(contest) && mayFor(contest, me, 'contests.manage'),
    Part: ComplaintsTab,
  },
  { key: 'cau-hoi', label: 'Câu hỏi', isShown: hasEnded, Part: QuestionsTab },
  {
    key: 'bai-giong',
    label: 'Bài giống nhau',
    isShown: (contest, me) => hasEnded(contest) && mayFor(contest, me, 'contests.review'),
    Part: SimilarityTab,
  },
]
