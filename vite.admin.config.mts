import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { NONCE_PLACEHOLDER } from './server/http/admin-page.ts'

/** The staff web: its page carries a place for the nonce that the service writes anew into each answer. */
export default defineConfig({
  root: 'admin',
  base: '/admin/',
  plugins: [react()],
  html: { cspNonce: NONCE_PLACEHOLDER },
  build: {
    target: 'es2022',
    outDir: process.env.ADMIN_BUILD_DIR ?? '../dist/admin',
    emptyOutDir: true,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 900,
    rollupOptions: { output: { experimentalMinChunkSize: 4_000 } },
  },
})
