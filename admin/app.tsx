import { QueryClientProvider } from '@tanstack/react-query'
import { App as AntApp, ConfigProvider } from 'antd'
import viVN from 'antd/locale/vi_VN'
import { lazy, Suspense, useMemo } from 'react'
import { createBrowserRouter, RouterProvider } from 'react-router-dom'
import { createCache } from './api/client.ts'
import { SCREENS } from './screens.tsx'
import { Home } from './ui/home.tsx'
import { NotFoundScreen } from './ui/not-found-screen.tsx'
import { pageNonce } from './ui/page-nonce.ts'
import { Permitted } from './ui/permitted.tsx'
import { Shell } from './ui/shell.tsx'
import { Waiting } from './ui/states.tsx'
import { DESK, makeTheme } from './ui/theme.ts'
import { useMedia } from './ui/use-media.ts'

const SignInScreen = lazy(() => import('./features/account/sign-in-screen.tsx'))

const router = createBrowserRouter(
  [
    { path: '/dang-nhap', element: <SignInScreen /> },
    {
      element: <Shell />,
      children: [
        ...SCREENS.map(({ path, permission, element: Element }) => ({
          path,
          element: (
            <Permitted permission={permission}>
              <Element />
            </Permitted>
          ),
        })),
        ...(SCREENS.some(({ path }) => path === '/') ? [] : [{ path: '/', element: <Home /> }]),
        { path: '*', element: <NotFoundScreen /> },
      ],
    },
  ],
  { basename: '/admin', future: { v7_relativeSplatPath: true } },
)

export function App() {
  const isDesk = useMedia(DESK)
  const theme = useMemo(() => makeTheme({ isDesk }), [isDesk])
  const cache = useMemo(createCache, [])
  const csp = useMemo(() => ({ nonce: pageNonce() }), [])
  return (
    <ConfigProvider theme={theme} locale={viVN} csp={csp} getPopupContainer={popupPlace}>
      <AntApp message={{ maxCount: 3 }}>
        <QueryClientProvider client={cache}>
          <Suspense fallback={<Waiting />}>
            <RouterProvider router={router} future={{ v7_startTransition: true }} />
          </Suspense>
        </QueryClientProvider>
      </AntApp>
    </ConfigProvider>
  )
}

/** Lists that open belong to the part of the page they were opened from, for those who hear it. */
function popupPlace(opener?: HTMLElement) {
  return opener?.closest<HTMLElement>('[role="dialog"], main') ?? document.body
}
