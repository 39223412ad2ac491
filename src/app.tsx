import { lazy, Suspense } from 'react'
import { Route, Routes, useLocation } from 'react-router-dom'
import { HomeScreen } from './features/home/home-screen.tsx'
import { Shell } from './ui/shell.tsx'
import { Waiting } from './ui/states.tsx'

const SearchScreen = lazy(() => import('./features/search/search-screen.tsx'))
const ProceduresScreen = lazy(() => import('./features/procedures/procedures-screen.tsx'))
const ProcedureScreen = lazy(() => import('./features/procedures/procedure-screen.tsx'))
const ProcedurePrintScreen = lazy(() => import('./features/procedures/procedure-print-screen.tsx'))
const SituationsScreen = lazy(() => import('./features/situations/situations-screen.tsx'))
const SituationScreen = lazy(() => import('./features/situations/situation-screen.tsx'))
const PromisedDateScreen = lazy(() => import('./features/promised-date/promised-date-screen.tsx'))
const DossiersScreen = lazy(() => import('./features/dossiers/dossiers-screen.tsx'))
const HandbookScreen = lazy(() => import('./features/handbook/handbook-screen.tsx'))
const ArticleScreen = lazy(() => import('./features/handbook/article-screen.tsx'))
const DocumentsScreen = lazy(() => import('./features/documents/documents-screen.tsx'))
const DocumentScreen = lazy(() => import('./features/documents/document-screen.tsx'))
const IndicesScreen = lazy(() => import('./features/indices/indices-screen.tsx'))
const IndexScreen = lazy(() => import('./features/indices/index-screen.tsx'))
const AnswerScreen = lazy(() => import('./features/answers/answer-screen.tsx'))
const MineScreen = lazy(() => import('./features/mine/mine-screen.tsx'))
const MoreScreens = lazy(() => import('./more-screens.tsx'))
const PreviewScreen = lazy(() => import('./features/preview/preview-screen.tsx'))

export function App() {
  const isPreview = useLocation().pathname.startsWith('/xem-truoc/')
  return (
    <Shell>
      <Suspense fallback={<Waiting />}>{isPreview ? <PreviewScreen /> : <Screens />}</Suspense>
    </Shell>
  )
}

function Screens() {
  return (
    <Routes>
      <Route path="/" element={<HomeScreen />} />
      <Route path="/tim" element={<SearchScreen />} />
      <Route path="/thu-tuc" element={<ProceduresScreen />} />
      <Route path="/thu-tuc/:name" element={<ProcedureScreen />} />
      <Route path="/thu-tuc/:name/in" element={<ProcedurePrintScreen />} />
      <Route path="/tinh-huong" element={<SituationsScreen />} />
      <Route path="/tinh-huong/:slug" element={<SituationScreen />} />
      <Route path="/hen-tra" element={<PromisedDateScreen />} />
      <Route path="/ho-so" element={<DossiersScreen />} />
      <Route path="/cam-nang" element={<HandbookScreen />} />
      <Route path="/cam-nang/:slug" element={<ArticleScreen />} />
      <Route path="/van-ban" element={<DocumentsScreen />} />
      <Route path="/van-ban/:slug" element={<DocumentScreen />} />
      <Route path="/chi-so" element={<IndicesScreen />} />
      <Route path="/chi-so/:slug" element={<IndexScreen />} />
      <Route path="/hoi-dap/:slug" element={<AnswerScreen />} />
      <Route path="/cua-toi" element={<MineScreen />} />
      <Route path="*" element={<MoreScreens />} />
    </Routes>
  )
}
