// @ts-check
/** What a fresh machine needs before anything else runs: plain Node, no dependency. */
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))

const OLDEST_NODE = [20, 19]

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const isOldEnough = major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])
  if (isOldEnough) return
  console.error(`Node ${OLDEST_NODE.join('.')} or newer is needed; this is ${process.versions.node}.`)
  process.exit(1)
}

/** Installs from the lockfile when it is newer than what npm last installed. @param {(line: string) => void} say */
export function installDependencies(say) {
  const installed = join(root, 'node_modules', '.package-lock.json')
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs) return
  say('Installing dependencies from package-lock.json')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'])
}

/** Builds the Mini App when a source is newer than the last build. @param {(line: string) => void} say */
export function buildMiniApp(say) {
  const built = join(root, 'www', 'app-config.json')
  const sources = ['src', 'app-config.json', 'vite.config.mts', 'package.json'].map((path) => join(root, path))
  const newest = Math.max(...sources.map(newestChange))
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return
  say('Building the Mini App')
  runVite()
}

/** Builds the staff web when a source is newer than the last build. @param {(line: string) => void} say */
export function buildStaffWeb(say) {
  const built = join(root, 'dist/admin/index.html')
  const sources = ['admin', 'vite.admin.config.mts', 'package.json'].map((path) => join(root, path))
  const newest = Math.max(...sources.map(newestChange))
  if (existsSync(built) && statSync(built).mtimeMs >= newest) return
  say('Building the staff web')
  runVite('--config', 'vite.admin.config.mts')
}

/** Built for people whatever this process runs for: under another NODE_ENV React nearly doubles the first screen. @param {string[]} options */
export function runVite(...options) {
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  run(process.execPath, [vite, 'build', '--logLevel', 'warn', ...options], { NODE_ENV: 'production' })
}

/** @param {string} path @returns {number} ms since 1970 of the last change at or below the path */
function newestChange(path) {
  const stat = statSync(path)
  if (!stat.isDirectory()) return stat.mtimeMs
  return Math.max(0, ...readdirSync(path).map((name) => newestChange(join(path, name))))
}

/** @param {string} command @param {string[]} args @param {Record<string, string>} env what differs from ours */
function run(command, args, env = {}) {
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
  if (status !== 0) {
    console.error(`${command} ${args.join(' ')} failed`)
    process.exit(status ?? 1)
  }
}

/** The browser the tests drive, installed from Debian's package where that is possible. @param {(line: string) => void} say */
export function findChromium(say) {
  const named = process.env.CHROMIUM_PATH
  if (named !== undefined && named !== '')
    return existsSync(named) ? named : noChromium(`CHROMIUM_PATH names ${named}, which is not there`)
  const usual = '/usr/bin/chromium'
  if (existsSync(usual)) return usual
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return noChromium('no Chromium found')
  say('Installing Chromium (package chromium)')
  try {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' })
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium'], { stdio: 'ignore' })
  } catch {
    return noChromium('Chromium could not be installed')
  }
  return existsSync(usual) ? usual : noChromium('Chromium could not be installed')
}

/** @param {string} reason @returns {never} */
function noChromium(reason) {
  console.error(`${reason}: install Chromium and set CHROMIUM_PATH to it, then run npm test again.`)
  process.exit(1)
}
