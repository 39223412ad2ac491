import { register } from 'node:module'

/** The server with one thing wrong on purpose: people are answered before the commit that keeps their sheets. */
register('./early-answer-loader.mjs', import.meta.url)
await import('../../server/main.ts')
