import { register } from 'node:module'

/** The sender with one thing wrong on purpose: a message is written by itself, after the recipient it is for. */
register('./message-later-loader.mjs', import.meta.url)
await import('./campaign-sender.ts')
