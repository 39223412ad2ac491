import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import react from '@vitejs/plugin-react'
import { defineConfig, type Plugin } from 'vite'
import zaloMiniApp from 'zmp-vite-plugin'

/** Keeps `src/` whole under Zalo's own command line, which sets a root of its own. */
const sourceRoot: Plugin = { name: 'source-root', config: () => ({ root: 'src' }) }

/** Writes `sw.js` with the names of what was built, so that a browser keeps the app for when the network is gone. */
const serviceWorker: Plugin = {
  name: 'service-worker',
  // Last of all: Vite takes chunks that hold nothing but CSS away again.
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      const files = Object.keys(bundle).filter((file) => /\.(js|css)$/.test(file))
      const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 10)
      const source = readFileSync('src/service-worker.js', 'utf8')
        .replace('__FILES__', JSON.stringify(files.map((file) => `/${file}`)))
        .replace('__VERSION__', version)
      this.emitFile({ type: 'asset', fileName: 'sw.js', source })
    },
  },
}

export default defineConfig({
  plugins: [sourceRoot, react(), zaloMiniApp(), serviceWorker],
  build: {
    target: 'es2020',
    outDir: process.env.BUILD_DIR ?? '../www',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    // Screens share many small parts; a request costs an old phone more than a few kilobytes do.
    rollupOptions: { output: { experimentalMinChunkSize: 1_300 } },
  },
})
