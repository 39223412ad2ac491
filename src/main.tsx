import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router-dom'
import { ApiContext, createApi } from './api/client.ts'
import './api/visit.ts'
import { App } from './app.tsx'
import { applySettings, readSettings } from './features/settings/settings.ts'
import './ui/tokens.css'
import './ui/base.css'
import './ui/parts.css'
import { browserPlatform } from './zalo/platform.browser.ts'
import { isZaloHost, type Platform, PlatformContext } from './zalo/platform.ts'
import { zaloPlatform } from './zalo/platform.zalo.ts'

const AFTER_FIRST_SCREEN_MS = 2_500

const platform = isZaloHost(location) ? zaloPlatform() : browserPlatform()
const api = createApi(platform)

void readSettings(platform.storage).then(applySettings)

const container = document.getElementById('app')
if (container) {
  createRoot(container).render(
    <PlatformContext.Provider value={platform}>
      <ApiContext.Provider value={api}>
        <BrowserRouter basename={platform.basename} future={{ v7_startTransition: true, v7_relativeSplatPath: true }}>
          <App />
        </BrowserRouter>
      </ApiContext.Provider>
    </PlatformContext.Provider>,
  )
}

setTimeout(() => void prepareForNoNetwork(platform), AFTER_FIRST_SCREEN_MS)

/** Once the first screen stands: keep the app (browsers) and everything it can show (both hosts) on the device. */
async function prepareForNoNetwork({ kind, apiBase, storage }: Platform) {
  if (kind === 'browser' && 'serviceWorker' in navigator)
    await navigator.serviceWorker.register('/sw.js').catch(() => undefined)
  const { refreshLibrary } = await import('./api/library.ts')
  await refreshLibrary(apiBase, storage)
}
