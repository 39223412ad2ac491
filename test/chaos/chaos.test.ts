import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { describe, expect, onTestFinished, test } from 'vitest'
import { openDatabase } from '../../server/db/database.ts'
import { LocalConnection } from '../../server/db/local-connection.ts'
import { insertMisses } from '../../server/search/search-misses.queries.ts'
import { writeThroughBusy } from './busy.ts'
import { killSender } from './campaign.ts'
import { killInRush } from './contest.ts'
import { canCutPower, cutPower, killWriters } from './crash.ts'
import { canMount, fillDisk, startOnReadOnlyDisk } from './disk.ts'
import { killMigrations } from './migrate.ts'
import { backUpUnderLoad, startTwice, stayAwake, stopWhileAnswering } from './operations.ts'
import { killWhileReporting } from './reports.ts'
import { startServerProcess } from './server-process.ts'

/** The shortened form of `npm run chaos`; every check keeps the seeded bug it must catch. */
const SEED = Number(process.env.CHAOS_SEED ?? 20261123)

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-chaos-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

describe('what was promised is kept', { timeout: 120_000 }, () => {
  test('a writer killed again and again loses no acknowledged row', async () => {
    const figures = await killWriters({ kills: 8, seed: SEED })
    expect(figures).toMatchObject({ lost: 0, damaged: 0 })
    expect(figures.acknowledged).toBeGreaterThan(100)
  })

  test('a writer that promises before it commits is caught', async () => {
    expect((await killWriters({ kills: 10, seed: SEED, mutant: 'early-ack' })).lost).toBeGreaterThan(0)
  })

  test('servers killed while they take reports lose no acknowledged one and leave none without its notice', async () => {
    const figures = await killWhileReporting({ kills: 4, seed: SEED })
    expect(figures).toMatchObject({ lost: 0, halfKept: 0, damaged: 0 })
    expect(figures.acknowledged).toBeGreaterThan(10)
  })

  test('a notice that is written after its report is caught', async () => {
    expect((await killWhileReporting({ kills: 5, seed: SEED, mutant: 'late-notice' })).halfKept).toBeGreaterThan(0)
  })

  test('servers killed in a rush lose no sheet they acknowledged and give nobody two papers', async () => {
    const figures = await killInRush({ kills: 3, seed: SEED })
    expect(figures).toMatchObject({ lost: 0, double: 0, toldOtherwise: 0, brokenLink: null, damaged: 0 })
    expect(figures.acknowledged).toBeGreaterThan(50)
  })

  test('answering before the commit is caught', async () => {
    expect((await killInRush({ kills: 4, seed: SEED, mutant: 'early-answer' })).lost).toBeGreaterThan(0)
  })

  test('a sender of a campaign killed twice on its way reaches everybody once', async () => {
    const figures = await killSender({ people: 120, killAt: { recipients: 90, sent: 40 }, seed: SEED })
    expect(figures).toMatchObject({ recipients: 120, outcomes: 120, sent: 120, heardNever: 0, heardTwice: 0 })
  })

  test('a message that is written after its recipient is caught', async () => {
    const killAt = { recipients: 90, sent: 0 }
    expect((await killSender({ people: 120, killAt, seed: SEED, mutant: 'message-later' })).outcomes).toBeLessThan(120)
  })

  test.skipIf(!canCutPower())(
    'a power cut loses no acknowledged row, whatever part of the unconfirmed writes survived',
    async () => {
      for (const keep of [0, 50]) {
        const figures = await cutPower({ cuts: 3, seed: SEED, keep })
        expect(figures).toMatchObject({ lost: 0, damaged: 0 })
        expect(figures.acknowledged).toBeGreaterThan(100)
      }
    },
  )

  test.skipIf(!canCutPower())('commits that do not wait for the disk are caught by the power cut', async () => {
    expect((await cutPower({ cuts: 3, seed: SEED, keep: 0, mutant: 'normal-sync' })).lost).toBeGreaterThan(0)
  })

  test('two hundred writes at once: none fails, none is missing afterwards, counted from another process', async () => {
    const folder = newFolder()
    const file = join(folder, 'many.db')
    const database = await openDatabase({ file, backupDir: folder, now: () => new Date() })
    const write = (number: number) =>
      database.write((tx) => insertMisses(tx, 'many', [{ query: String(number), count: 1 }]))
    await Promise.all(Array.from({ length: 200 }, (_, number) => write(number)))
    await Promise.all(Array.from({ length: 50 }, (_, number) => write(number)))
    const found = execFileSync(
      process.execPath,
      ['--import', 'tsx', join(import.meta.dirname, 'tally.ts'), file, 'many'],
      { encoding: 'utf8' },
    )
    expect(JSON.parse(found).rows.sort((a: number, b: number) => a - b)).toEqual(
      Array.from({ length: 200 }, (_, number) => number),
    )
    await database.close()
  })

  test('a write that fails takes nothing of its neighbours with it', async () => {
    const folder = newFolder()
    const database = await openDatabase({ file: join(folder, 'a.db'), backupDir: folder, now: () => new Date() })
    const results = await Promise.allSettled(
      Array.from({ length: 30 }, (_, number) =>
        database.write(async (tx) => {
          await insertMisses(tx, 'mixed', [{ query: String(number), count: 1 }])
          if (number % 3 === 0) throw new Error('changed my mind')
        }),
      ),
    )
    const rows = await database.db.all<[number]>(sql`SELECT count(*) FROM search_misses WHERE day = 'mixed'`)
    expect([results.filter(({ status }) => status === 'rejected').length, rows[0]?.[0]]).toEqual([10, 20])
    await database.close()
  })

  test('another program holding the file: refused at once with a code, nothing lost afterwards', async () => {
    expect(await writeThroughBusy({ holdMs: 600 })).toMatchObject({
      refusedWith: ['storage.busy'],
      acknowledged: 120,
      lost: 0,
    })
  })

  test('every connection to the file is set alike, five at a time', async () => {
    const folder = newFolder()
    const file = join(folder, 'pragmas.db')
    const database = await openDatabase({ file, backupDir: folder, now: () => new Date() })
    const connections = (['read', 'read', 'read', 'write', 'write'] as const).map(
      (mode) => new LocalConnection(file, mode),
    )
    for (const connection of connections) {
      const values = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'busy_timeout'].map(
        (name) => connection.rows(`PRAGMA ${name}`)[0]?.[0],
      )
      expect(values).toEqual(['wal', 2, 1, 1, 0])
    }
    for (const connection of connections) connection.close()
    await database.close()
  })

  test('a release’s migration killed in the middle is there whole or not at all, with a copy from before', async () => {
    expect(await killMigrations({ kills: 6, seed: SEED })).toMatchObject({ halfApplied: 0, orphans: 0, withoutCopy: 0 })
    expect((await killMigrations({ kills: 6, seed: SEED, mutant: 'one-by-one' })).halfApplied).toBeGreaterThan(0)
  })
})

describe('the service in trouble', { timeout: 120_000 }, () => {
  test.skipIf(!canMount())(
    'a full disk: writes are refused, reads go on, and with room again it writes without a restart',
    async () => {
      const { acknowledged, rows, ...figures } = await fillDisk()
      expect(figures).toEqual({
        refusedWith: ['storage.full'],
        acknowledgedWhileFull: 0,
        readsWhileFull: [200, 200, 200],
        readyWhileFull: { status: 503, problems: expect.arrayContaining(['disk.nearly_full']) },
        readyAfter: 200,
        writesAfter: 100,
      })
      expect(rows).toBe(acknowledged)
    },
  )

  test.skipIf(!canMount())('a start on a read-only disk ends with one line that says what to do', async () => {
    const { code, output } = await startOnReadOnlyDisk()
    expect([code, output.trim().split('\n').slice(1)]).toEqual([
      1,
      [expect.stringMatching(/cannot be written: .*DATA_DIR/)],
    ])
  })

  test('a second server on the same data ends with one line and leaves the first alone', async () => {
    const { code, output, firstAnswers } = await startTwice()
    expect([code, firstAnswers, output.trim().split('\n').slice(1)]).toEqual([
      1,
      200,
      [expect.stringMatching(/another server is already using .*: stop it first/)],
    ])
  })

  test('asked to stop, it finishes what it is answering, takes nothing new, and ends well', async () => {
    expect(await stopWhileAnswering({ requests: 50 })).toMatchObject({ answered: 50, refusedAfter: true, code: 0 })
  })

  test('a backup taken while it writes is whole, and no write fails', async () => {
    expect(await backUpUnderLoad({ megabytes: 8 })).toMatchObject({ failedWrites: 0, backup: 'checked' })
  })

  test('hostile questions, a backup and a held file leave it answering', async () => {
    expect((await stayAwake({ questions: 100 })).failed).toBe(0)
  })

  test('its files are for its own user alone', async () => {
    const folder = newFolder()
    const server = await startServerProcess(folder)
    await server.ready
    const modes = ['cchc.db', 'cchc.db-wal'].map((name) => statSync(join(folder, name)).mode & 0o777)
    server.kill('SIGTERM')
    await server.ended
    expect(modes).toEqual([0o600, 0o600])
  })

  test.each([
    ['a demonstration', { NODE_ENV: 'production' }, /ZALO_MODE/],
    [
      'debug lines',
      {
        NODE_ENV: 'production',
        ZALO_MODE: 'off',
        PUBLIC_URL: 'https://a.vn',
        BACKUP_KEY: 'x'.repeat(20),
        LOG_LEVEL: 'debug',
      },
      /LOG_LEVEL/,
    ],
    ['readable backups', { NODE_ENV: 'production', ZALO_MODE: 'off', PUBLIC_URL: 'https://a.vn' }, /BACKUP_KEY/],
  ])('production does not start on %s', async (_, env, told) => {
    const server = await startServerProcess(newFolder(), {
      STAFF_SECRET: 'x'.repeat(32),
      CITIZEN_DATA_KEY: 'y'.repeat(32),
      ...env,
    })
    const { code, output } = await server.ended
    expect([code, output]).toEqual([1, expect.stringMatching(told)])
  })
})
