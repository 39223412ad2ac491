import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../server/db/database.ts'
import { AppError } from '../../server/errors.ts'
import { insertMisses } from '../../server/search/search-misses.queries.ts'

export type BusyFigures = { refusedWith: string[]; longestRefusalMs: number; acknowledged: number; lost: number }

/** Trap T1: after one BUSY, later acknowledged rows must not vanish. Another process holds the lock for a while. */
export async function writeThroughBusy({ holdMs }: { holdMs: number }): Promise<BusyFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-busy-'))
  const file = join(folder, 'busy.db')
  const database = await openDatabase({ file, backupDir: folder, now: () => new Date() })
  const acknowledged: number[] = []
  const write = async (number: number) => {
    await database.write((tx) => insertMisses(tx, 'busy', [{ query: String(number), count: 1 }]))
    acknowledged.push(number)
  }
  for (let number = 0; number < 20; number += 1) await write(number)

  const holder = spawn(
    process.execPath,
    ['--import', 'tsx', join(import.meta.dirname, 'lock-holder.ts'), file, String(holdMs)],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  await new Promise((resolve) => holder.stdout.once('data', resolve))
  const released = new Promise((resolve) => holder.on('close', resolve))
  const refusedWith = new Set<string>()
  let longestRefusalMs = 0
  for (let number = 100; number < 110; number += 1) {
    const askedAt = performance.now()
    await write(number).catch((error: unknown) =>
      refusedWith.add(error instanceof AppError ? error.code : String(error)),
    )
    longestRefusalMs = Math.max(longestRefusalMs, performance.now() - askedAt)
  }
  await released

  for (let number = 200; number < 300; number += 1) await write(number)
  const found: { rows: number[] } = JSON.parse(
    execFileSync(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'tally.ts'), file, 'busy'], {
      encoding: 'utf8',
    }),
  )
  const present = new Set(found.rows)
  await database.close()
  rmSync(folder, { recursive: true, force: true })
  return {
    refusedWith: [...refusedWith],
    longestRefusalMs: Math.round(longestRefusalMs),
    acknowledged: acknowledged.length,
    lost: acknowledged.filter((number) => !present.has(number)).length,
  }
}
