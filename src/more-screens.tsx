import { lazy } from 'react'
import { Route, Routes } from 'react-router-dom'

const FeedbackHomeScreen = lazy(() => import('./features/feedback/feedback-home-screen.tsx'))
const FormScreen = lazy(() => import('./features/feedback/form-screen.tsx'))
const ReceiptScreen = lazy(() => import('./features/feedback/receipt-screen.tsx'))
const MyReportsScreen = lazy(() => import('./features/feedback/my-reports-screen.tsx'))
const MyReportScreen = lazy(() => import('./features/feedback/my-report-screen.tsx'))
const LookupScreen = lazy(() => import('./features/feedback/lookup-screen.tsx'))
const LinkScreen = lazy(() => import('./features/feedback/link-screen.tsx'))
const PublicReportsScreen = lazy(() => import('./features/feedback/public-reports-screen.tsx'))
const PublicReportScreen = lazy(() => import('./features/feedback/public-report-screen.tsx'))
const PracticeScreen = lazy(() => import('./features/quizzes/practice-screen.tsx'))
const SessionScreen = lazy(() => import('./features/quizzes/session-screen.tsx'))
const ContestsScreen = lazy(() => import('./features/contests/contests-screen.tsx'))
const ContestScreen = lazy(() => import('./features/contests/contest-screen.tsx'))
const EnterScreen = lazy(() => import('./features/contests/enter-screen.tsx'))
const PaperScreen = lazy(() => import('./features/contests/paper-screen.tsx'))
const ResultScreen = lazy(() => import('./features/contests/result-screen.tsx'))
const AnswersScreen = lazy(() => import('./features/contests/answers-screen.tsx'))
const RankingScreen = lazy(() => import('./features/contests/ranking-screen.tsx'))
const UnitRankingScreen = lazy(() => import('./features/contests/unit-ranking-screen.tsx'))
const CertificateScreen = lazy(() => import('./features/contests/certificate-screen.tsx'))
const GuardianScreen = lazy(() => import('./features/contests/guardian-screen.tsx'))
const CampaignScreen = lazy(() => import('./features/campaigns/campaign-screen.tsx'))
const OpenRoomScreen = lazy(() => import('./features/rooms/open-room-screen.tsx'))
const HostScreen = lazy(() => import('./features/rooms/host-screen.tsx'))
const JoinScreen = lazy(() => import('./features/rooms/join-screen.tsx'))
const InboxScreen = lazy(() => import('./features/inbox/inbox-screen.tsx'))
const MyDataScreen = lazy(() => import('./features/my-data/my-data-screen.tsx'))
const SettingsScreen = lazy(() => import('./features/settings/settings-screen.tsx'))
const PolicyScreen = lazy(() => import('./features/about/policy-screen.tsx'))
const AboutScreen = lazy(() => import('./features/about/about-screen.tsx'))
const NotFoundScreen = lazy(() => import('./features/about/not-found-screen.tsx'))

/** Where a person acts in their own name, and what is opened seldom: apart, so that the first screen stays small. */
export default function MoreScreens() {
  return (
    <Routes>
      <Route path="/phan-anh" element={<FeedbackHomeScreen />} />
      <Route path="/phan-anh/gui/:step" element={<FormScreen />} />
      <Route path="/phan-anh/da-gui/:code" element={<ReceiptScreen />} />
      <Route path="/phan-anh/cua-toi" element={<MyReportsScreen />} />
      <Route path="/phan-anh/cua-toi/:code" element={<MyReportScreen />} />
      <Route path="/phan-anh/tra-cuu" element={<LookupScreen />} />
      <Route path="/phan-anh/xem/:code" element={<LinkScreen />} />
      <Route path="/phan-anh/da-tra-loi" element={<PublicReportsScreen />} />
      <Route path="/phan-anh/da-tra-loi/:code" element={<PublicReportScreen />} />
      <Route path="/luyen-tap" element={<PracticeScreen />} />
      <Route path="/luyen-tap/on-lai" element={<SessionScreen />} />
      <Route path="/luyen-tap/chu-de/:topic" element={<SessionScreen />} />
      <Route path="/hoi-thi" element={<ContestsScreen />} />
      <Route path="/hoi-thi/:slug" element={<ContestScreen />} />
      <Route path="/hoi-thi/:slug/ghi-ten/:step" element={<EnterScreen />} />
      <Route path="/hoi-thi/:slug/thi/:round" element={<PaperScreen />} />
      <Route path="/hoi-thi/:slug/ket-qua" element={<ResultScreen />} />
      <Route path="/hoi-thi/:slug/dap-an" element={<AnswersScreen />} />
      <Route path="/hoi-thi/:slug/xep-hang" element={<RankingScreen />} />
      <Route path="/hoi-thi/:slug/xep-hang-don-vi" element={<UnitRankingScreen />} />
      <Route path="/chung-nhan/:code" element={<CertificateScreen />} />
      <Route path="/nguoi-giam-ho" element={<GuardianScreen />} />
      <Route path="/chien-dich/:slug" element={<CampaignScreen />} />
      <Route path="/lop-hoc" element={<OpenRoomScreen />} />
      <Route path="/lop-hoc/phong" element={<HostScreen />} />
      <Route path="/vao-lop" element={<JoinScreen />} />
      <Route path="/vao-lop/:pin" element={<JoinScreen />} />
      <Route path="/tin-cua-toi" element={<InboxScreen />} />
      <Route path="/du-lieu-cua-toi" element={<MyDataScreen />} />
      <Route path="/cai-dat" element={<SettingsScreen />} />
      <Route path="/chinh-sach" element={<PolicyScreen />} />
      <Route path="/gioi-thieu" element={<AboutScreen />} />
      <Route path="*" element={<NotFoundScreen />} />
    </Routes>
  )
}
