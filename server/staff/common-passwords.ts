import { readFileSync } from 'node:fs'

const FILE = new URL('./common-passwords.txt', import.meta.url)

/** Read once: what everybody tries first. */
export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(
  readFileSync(FILE, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')),
)
