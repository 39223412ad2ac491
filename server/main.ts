import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { pino } from 'pino'
import { ConfigProblems, readConfig } from './config.ts'
import { ContentProblems } from './content/content-file.ts'
import { AlreadyRunning } from './db/file-lock.ts'
import { storageAdvice } from './db/storage-problem.ts'
import { findDeployProblems } from './deploy-check.ts'
import { newId } from './new-id.ts'
import { startService } from './start.ts'

const HARD_STOP_MS = 10_000
const root = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

async function main() {
  // The database, its log and every backup: for this user alone.
  process.umask(0o077)
  const config = readConfig(process.env)
  const unfit = config.production ? findDeployProblems(config) : []
  if (unfit.length > 0) throw new ConfigProblems(unfit)
  const log = pino({ level: config.logLevel })
  const { version } = JSON.parse(readFileSync(root('package.json'), 'utf8'))
  const service = await startService({
    config,
    log,
    now: () => new Date(),
    newId: () => newId(Date.now()),
    version,
    contentDir: root('content'),
    webDir: root('www'),
    adminDir: root('dist/admin'),
    webhook: 'process',
    say: (line) => console.log(line),
  })
  console.log(
    `\nMini App   ${service.url}/\nStaff web  ${service.url}/admin\nAPI        ${service.url}/api/docs\nWebhook    ${service.webhook?.url ?? 'cannot be reached'}/webhooks/zalo/oa\n\nCtrl-C stops it.`,
  )

  let stopping = false
  async function stop() {
    if (stopping) return
    stopping = true
    setTimeout(() => process.exit(1), HARD_STOP_MS).unref()
    await service.stop()
    process.exit(0)
  }
  process.on('SIGINT', stop)
  process.on('SIGTERM', stop)
}

/** One line that says what to do, for every reason a start can fail. */
function explain(error: unknown): string {
  if (error instanceof ConfigProblems)
    return `Wrong settings:\n${error.problems.map((problem) => `  ${problem}`).join('\n')}`
  if (error instanceof ContentProblems) return `Content has problems:\n${error.message}`
  if (error instanceof AlreadyRunning) return `${error.message}: stop it first, or set DATA_DIR to another folder.`
  if (isPortTaken(error)) return 'The port is taken: stop what uses it, or set PORT to another number.'
  return storageAdvice(error) ?? (error instanceof Error ? (error.stack ?? error.message) : String(error))
}

function isPortTaken(error: unknown) {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}

main().catch((error: unknown) => {
  console.error(explain(error))
  process.exit(1)
})
