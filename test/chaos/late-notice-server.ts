import { register } from 'node:module'

/** The server with one thing wrong on purpose: a notice is written by itself, after the report it tells of. */
register('./late-notice-loader.mjs', import.meta.url)
await import('../../server/main.ts')
