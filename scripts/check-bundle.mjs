// @ts-check
/** What a phone loads before the first screen stands, gzip -9, against its limits. Needs a build. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { buildMiniApp, root } from './setup.mjs'

const MOST_JS = 70_000
const MOST_CSS = 18_000

buildMiniApp(console.log)
const www = join(root, 'www')
const config = JSON.parse(readFileSync(join(www, 'app-config.json'), 'utf8'))
/** @param {string[]} files */
const weigh = (files) =>
  files.reduce((sum, file) => sum + gzipSync(readFileSync(join(www, file)), { level: 9 }).length, 0)

const js = weigh([...config.listSyncJS, ...config.listAsyncJS])
const css = weigh(config.listCSS)
console.log(
  `First screen: ${js} B of JavaScript (at most ${MOST_JS}), ${css} B of CSS, all screens (at most ${MOST_CSS})`,
)
const worker = join(www, 'sw.js')
const kept = existsSync(worker) ? [...readFileSync(worker, 'utf8').matchAll(/"(\/assets\/[^"]+)"/g)] : []
const missing = kept.map(([, file = '']) => file).filter((file) => !existsSync(join(www, file)))
if (kept.length === 0 || missing.length > 0) {
  console.error(`www/sw.js would not open the app without a network: ${missing.join(', ') || 'it keeps nothing'}`)
  process.exitCode = 1
}
if (js > MOST_JS || css > MOST_CSS) process.exitCode = 1
