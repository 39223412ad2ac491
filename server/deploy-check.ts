import { statSync } from 'node:fs'
import type { Config } from './config.ts'
import { SECURITY_HEADERS } from './http/security-headers.ts'

const LEAST_HSTS_SECONDS = 31_536_000

/**
 * What must not be so where citizens are served, each with what to do. Settings that are wrong by themselves
 * are refused earlier, by `readConfig`.
 */
export function findDeployProblems(config: Config): string[] {
  const problems: string[] = []
  if (!config.production) problems.push('NODE_ENV: set it to production')
  if (config.logLevel === 'trace' || config.logLevel === 'debug')
    problems.push('LOG_LEVEL: debug lines are for development; set info')
  if (config.backupKey === undefined) problems.push('BACKUP_KEY: set a phrase, so that a lost backup tells nothing')
  for (const file of [config.databaseFile, `${config.databaseFile}-wal`]) {
    if (isReadByOthers(file)) problems.push(`${file} can be read by other users: chmod 600 ${file}`)
  }
  const hsts = /max-age=(\d+)/.exec(SECURITY_HEADERS['strict-transport-security'] ?? '')?.[1]
  if (Number(hsts ?? 0) < LEAST_HSTS_SECONDS) problems.push('strict-transport-security: at least a year')
  if (/unsafe-(inline|eval)/.test(SECURITY_HEADERS['content-security-policy'] ?? ''))
    problems.push('content-security-policy: without unsafe-inline and unsafe-eval')
  return problems
}

function isReadByOthers(file: string) {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat !== undefined && (stat.mode & 0o077) !== 0
}
