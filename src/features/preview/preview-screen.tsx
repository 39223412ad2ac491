import { Component, lazy, type ReactNode, useEffect, useState } from 'react'
import { Route, Routes, useLocation } from 'react-router-dom'
import { type Api, ApiContext, useApi } from '../../api/client.ts'
import type { components } from '../../api/schema.gen.ts'
import { pathOf } from '../../ui/link-path.ts'
import { PreviewContext } from '../../ui/preview-context.ts'
import { Screen } from '../../ui/screen.tsx'
import { Ready } from '../../ui/states.tsx'
import { usePlatform } from '../../zalo/platform.ts'
import './preview.css'

type Preview = components['schemas']['Preview']
type ItemPath = Parameters<Api['useAsk']>[0]

const AnnouncementPreview = lazy(() => import('./announcement-preview.tsx'))
const SCREENS = [
  { path: '/thu-tuc/:name', Shown: lazy(() => import('../procedures/procedure-screen.tsx')) },
  { path: '/cam-nang/:slug', Shown: lazy(() => import('../handbook/article-screen.tsx')) },
  { path: '/van-ban/:slug', Shown: lazy(() => import('../documents/document-screen.tsx')) },
  { path: '/chi-so/:slug', Shown: lazy(() => import('../indices/index-screen.tsx')) },
  { path: '/tinh-huong/:slug', Shown: lazy(() => import('../situations/situation-screen.tsx')) },
  { path: '/hoi-dap/:slug', Shown: lazy(() => import('../answers/answer-screen.tsx')) },
]

/** What the screen of each kind asks for. */
const ASKED_BY: Partial<Record<Preview['kind'], ItemPath>> = {
  procedure: '/api/procedures/{codeOrSlug}',
  article: '/api/articles/{slug}',
  document: '/api/documents/{slug}',
  index: '/api/indices/{slug}',
  situation: '/api/situations/{slug}',
  answer: '/api/answers/{slug}',
}

/** A draft on the very screen people will read it on. */
export default function PreviewScreen() {
  const token = useLocation().pathname.split('/')[2] ?? ''
  const preview = useApi().useAsk('/api/previews/{token}', { path: { token } })
  useNews(preview.refetch)
  return (
    <>
      <p className="preview-bar" role="status">
        Bản xem trước, chưa công bố
      </p>
      {preview.data && !preview.error ? (
        <Draft key={JSON.stringify(preview.data)} preview={preview.data} refetch={preview.refetch} />
      ) : (
        <Screen title="Bản xem trước">
          {isUnfinished(preview.error) ? (
            <p className="note warn">Bản nháp còn thiếu mục bắt buộc nên chưa xem trước được.</p>
          ) : (
            <Ready asked={preview}>{() => null}</Ready>
          )}
        </Screen>
      )}
    </>
  )
}

function Draft({ preview, refetch }: { preview: Preview; refetch: () => void }) {
  const path = pathOf({ type: preview.kind, slug: preview.slug })
  const location = useStayingOn(path)
  const api = usePreviewApi(preview, refetch)
  return (
    <PreviewContext.Provider value>
      <ApiContext.Provider value={api}>
        <IfItFails>
          {preview.kind === 'announcement' ? (
            <AnnouncementPreview announcement={preview.reply} />
          ) : (
            <Routes location={location}>
              {SCREENS.map(({ path, Shown }) => (
                <Route key={path} path={path} element={<Shown />} />
              ))}
            </Routes>
          )}
        </IfItFails>
      </ApiContext.Provider>
    </PreviewContext.Provider>
  )
}

/** Answers for the draft what its screen asks for; everything else is asked of the service as ever. */
function usePreviewApi({ kind, reply }: Preview, refetch: () => void): Api {
  const api = useApi()
  return {
    useAsk(path, parameters, options) {
      // The service has made it as it makes the reply of this very path.
      if (path === ASKED_BY[kind]) return { data: reply as never, error: undefined, refetch }
      // biome-ignore lint/correctness/useHookAtTopLevel: whoever asks, asks for the same path every time
      return api.useAsk(path, parameters, options)
    },
  }
}

/** Links to the draft's own screen (an answer of a situation) stay in the preview; all others leave it. */
function useStayingOn(path: string) {
  const { basename } = usePlatform()
  const [location, setLocation] = useState(path)
  useEffect(() => {
    function stay(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || link.pathname !== basename + path) return
      event.preventDefault()
      event.stopPropagation()
      setLocation(path + link.search)
    }
    document.addEventListener('click', stay, { capture: true })
    return () => document.removeEventListener('click', stay, { capture: true })
  }, [basename, path])
  return location
}

/** The form this stands beside tells when the draft was saved. */
function useNews(refetch: () => void) {
  useEffect(() => {
    function hear({ origin, data }: MessageEvent<unknown>) {
      const isNews = typeof data === 'object' && data !== null && 'type' in data && data.type === 'preview-changed'
      if (origin === location.origin && isNews) refetch()
    }
    addEventListener('message', hear)
    return () => removeEventListener('message', hear)
  })
}

function isUnfinished(problem: unknown) {
  return typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === 'edition.not_ready'
}

/** A draft may lack what every published thing has. */
class IfItFails extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false }

  static getDerivedStateFromError() {
    return { hasFailed: true }
  }

  override render() {
    if (!this.state.hasFailed) return this.props.children
    return (
      <Screen title="Bản xem trước">
        <p className="note warn">Bản nháp còn thiếu phần cần để hiện thành trang.</p>
      </Screen>
    )
  }
}
