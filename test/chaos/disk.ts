import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { readConfig } from '../../server/config.ts'
import { AppError } from '../../server/errors.ts'
import { newId } from '../../server/new-id.ts'
import { insertMisses } from '../../server/search/search-misses.queries.ts'
import { startService } from '../../server/start.ts'
import { type Ended, startServerProcess } from './server-process.ts'

export type DiskFigures = {
  refusedWith: string[]
  acknowledgedWhileFull: number
  readsWhileFull: number[]
  readyWhileFull: { status: number; problems: string[] }
  readyAfter: number
  writesAfter: number
  acknowledged: number
  rows: number
}

/** Only root may mount the small disk these need. */
export function canMount() {
  if (process.getuid?.() !== 0) return false
  const folder = mkdtempSync(join(tmpdir(), 'cchc-mount-'))
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder]).status === 0
  if (mounted) execFileSync('umount', [folder])
  rmSync(folder, { recursive: true, force: true })
  return mounted
}

/** The whole service on a disk that fills up and is then made larger, without a restart. */
export async function fillDisk(): Promise<DiskFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-disk-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder])
  const service = await startService({
    config: readConfig({ DATA_DIR: folder, PORT: '0', NODE_ENV: 'test' }),
    log: pino({ level: 'silent' }),
    now: () => new Date(),
    newId: () => newId(Date.now()),
    version: 'chaos',
    contentDir: join(import.meta.dirname, '../../content'),
    webDir: join(folder, 'none'),
    say: () => {},
  })
  const status = async (path: string) => (await fetch(service.url + path)).status
  let acknowledged = 0
  const refused = new Set<string>()
  /** Kilobyte after kilobyte until `most` are promised or one is refused. */
  async function write(most: number) {
    for (let written = 0; written < most; written += 1) {
      try {
        const query = `${acknowledged} ${'x'.repeat(1_024)}`
        await service.ctx.write((tx) => insertMisses(tx, 'disk', [{ query, count: 1 }]))
        acknowledged += 1
      } catch (error) {
        refused.add(error instanceof AppError ? error.code : String(error))
        return written
      }
    }
    return most
  }
  await status('/api/home')
  await write(200)
  spawnSync('dd', ['if=/dev/zero', `of=${join(folder, 'filler')}`, 'bs=64k'])
  await write(5_000)
  let acknowledgedWhileFull = 0
  for (let attempt = 0; attempt < 20; attempt += 1) acknowledgedWhileFull += await write(1)
  const readsWhileFull = [
    await status('/api/home'),
    await status('/api/procedures/2.002854'),
    await status('/api/search?q=hoc'),
  ]
  const ready = await fetch(`${service.url}/readyz`)
  const { problems } = (await ready.json()) as { problems: string[] }
  const readyWhileFull = { status: ready.status, problems }
  execFileSync('mount', ['-o', 'remount,size=64m', folder])
  const writesAfter = await write(100)
  const readyAfter = await status('/readyz')
  await service.stop()
  const found = execFileSync(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'tally.ts'), join(folder, 'cchc.db'), 'disk'],
    { encoding: 'utf8', maxBuffer: 1 << 26 },
  )
  const { rows }: { rows: unknown[] } = JSON.parse(found)
  execFileSync('umount', ['-l', folder])
  rmSync(folder, { recursive: true, force: true })
  return {
    refusedWith: [...refused],
    acknowledgedWhileFull,
    readsWhileFull,
    readyWhileFull,
    readyAfter,
    writesAfter,
    acknowledged,
    rows: rows.length,
  }
}

/** A start on a disk mounted read-only. */
export async function startOnReadOnlyDisk(): Promise<Ended> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-readonly-'))
  execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=16m', 'tmpfs', folder])
  mkdirSync(join(folder, 'data'))
  writeFileSync(join(folder, 'data/cchc.db'), '')
  execFileSync('mount', ['-o', 'remount,ro', folder])
  const server = await startServerProcess(join(folder, 'data'))
  const ended = await server.ended
  execFileSync('umount', ['-l', folder])
  rmSync(folder, { recursive: true, force: true })
  return ended
}
