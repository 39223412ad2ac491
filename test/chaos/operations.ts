import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { findNewestBackup } from '../../server/backups/backup-file.ts'
import { openDatabase } from '../../server/db/database.ts'
import { insertMisses } from '../../server/search/search-misses.queries.ts'
import { hostileQuery } from './hostile-queries.ts'
import { probeDuring, type Silence } from './probe.ts'
import { type Ended, startServerProcess } from './server-process.ts'

const run = promisify(execFile)
const BACKUP = join(import.meta.dirname, '../../scripts/backup.ts')
const MEGABYTE = 1_048_576

/** A second server on the same data: it must end by itself, with one line, and leave the first alone. */
export async function startTwice(): Promise<Ended & { firstAnswers: number }> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-twice-'))
  const first = await startServerProcess(folder)
  await first.ready
  const second = await startServerProcess(folder)
  const ended = await second.ended
  const { status } = await fetch(`${first.url}/readyz`)
  first.kill('SIGTERM')
  await first.ended
  rmSync(folder, { recursive: true, force: true })
  return { ...ended, firstAnswers: status }
}

export type StopFigures = {
  asked: number
  answered: number
  refusedAfter: boolean
  code: number | null
  stopMs: number
}

/** SIGTERM while `requests` are being answered: each still gets its whole answer. */
export async function stopWhileAnswering({ requests }: { requests: number }): Promise<StopFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-stop-'))
  const server = await startServerProcess(folder)
  await server.ready
  let sent = 0
  const asked = Array.from({ length: requests }, async (_, at) => {
    const response = fetch(`${server.url}/api/search?q=${encodeURIComponent(`chuyển trường cho con ${at}`)}&limit=50`)
    sent += 1
    return (await (await response).json()) as { items: unknown[] }
  })
  while (sent < requests) await new Promise((resolve) => setImmediate(resolve))
  // Accepted and being worked on, not merely on their way.
  await fetch(`${server.url}/healthz`)
  const stoppedAt = performance.now()
  server.kill('SIGTERM')
  const answers = await Promise.allSettled(asked)
  const refusedAfter = await fetch(`${server.url}/healthz`).then(
    () => false,
    () => true,
  )
  const { code } = await server.ended
  rmSync(folder, { recursive: true, force: true })
  return {
    asked: requests,
    answered: answers.filter((answer) => answer.status === 'fulfilled' && Array.isArray(answer.value.items)).length,
    refusedAfter,
    code,
    stopMs: Math.round(performance.now() - stoppedAt),
  }
}

export type BackupFigures = {
  megabytes: number
  backupMs: number
  writes: number
  failedWrites: number
  worstWriteMs: number
  backup: string
}

/** A backup of a database of `megabytes` while this process goes on writing to it. */
export async function backUpUnderLoad({ megabytes }: { megabytes: number }): Promise<BackupFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-backup-'))
  const file = join(folder, 'cchc.db')
  const database = await openDatabase({ file, backupDir: folder, now: () => new Date() })
  const text = 'x'.repeat(8_000)
  for (let number = 0; statSync(file).size < megabytes * MEGABYTE; number += 250) {
    const batch = Array.from({ length: 250 }, (_, at) => ({ query: `${number + at} ${text}`, count: 1 }))
    await database.write((tx) => insertMisses(tx, 'filled', batch))
  }
  let isRunning = true
  const startedAt = performance.now()
  const copying = run(process.execPath, ['--import', 'tsx', BACKUP], {
    env: { ...process.env, DATA_DIR: folder, DATABASE_URL: `file:${file}` },
  }).finally(() => {
    isRunning = false
  })
  let writes = 0
  let failedWrites = 0
  let worstWriteMs = 0
  while (isRunning) {
    const askedAt = performance.now()
    await database
      .write((tx) => insertMisses(tx, 'during', [{ query: String(writes), count: 1 }]))
      .catch(() => {
        failedWrites += 1
      })
    worstWriteMs = Math.max(worstWriteMs, performance.now() - askedAt)
    writes += 1
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  await copying
  const backupMs = performance.now() - startedAt
  const backup = await findNewestBackup(join(folder, 'backups'))
  await database.close()
  rmSync(folder, { recursive: true, force: true })
  return {
    megabytes,
    backupMs: Math.round(backupMs),
    writes,
    failedWrites,
    worstWriteMs: Math.round(worstWriteMs),
    backup: backup === undefined ? 'none' : 'checked',
  }
}

/** The server's answers to an outside caller while it is asked hostile things, copied, and its file held by another. */
export async function stayAwake({ questions }: { questions: number }): Promise<Silence> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-awake-'))
  const server = await startServerProcess(folder)
  await server.ready
  const silence = await probeDuring(`${server.url}/healthz`, async () => {
    const hostile = Array.from({ length: questions }, (_, at) =>
      fetch(`${server.url}/api/search?q=${encodeURIComponent(hostileQuery(at))}`),
    )
    const copying = run(process.execPath, ['--import', 'tsx', BACKUP], { env: { ...process.env, DATA_DIR: folder } })
    const holding = run(process.execPath, [
      '--import',
      'tsx',
      join(import.meta.dirname, 'lock-holder.ts'),
      join(folder, 'cchc.db'),
      '1000',
    ])
    const ready = Array.from({ length: 20 }, () => fetch(`${server.url}/readyz`))
    await Promise.all([...hostile, ...ready, copying, holding])
  })
  server.kill('SIGTERM')
  await server.ended
  rmSync(folder, { recursive: true, force: true })
  return silence
}
