import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { findNewestBackup, restoreBackup } from '../../server/backups/backup-file.ts'
import { backupJobs } from '../../server/backups/backups.jobs.ts'
import { createWorld } from '../world/world.ts'

const PROJECT = join(import.meta.dirname, '../..')
const KEY = 'một câu đủ dài để làm khoá'

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-operations-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Runs one of the commands that the documents name. */
function command(name: string, env: Record<string, string>, args: string[] = []) {
  const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', name, '--', ...args], {
    cwd: PROJECT,
    encoding: 'utf8',
    env: { ...process.env, npm_config_loglevel: 'error', ...env },
  })
  return { status, said: `${stdout}${stderr}` }
}

/** The server goes on. */
const NEVER = new AbortController().signal

describe('backing up and coming back', { timeout: 60_000 }, () => {
  test('a backup is taken while the server runs, tells nothing without its key, is drilled, and brings everything back', async () => {
    const world = await createWorld()
    const env = { DATA_DIR: world.dataDir, BACKUP_KEY: KEY }
    expect(command('backup', env)).toMatchObject({ status: 0, said: expect.stringMatching(/rows, checked/) })
    const [backup = ''] = readdirSync(join(world.dataDir, 'backups')).filter((name) => name.endsWith('.enc'))
    const path = join(world.dataDir, 'backups', backup)
    expect(readFileSync(path).includes('SQLite format')).toBe(false)
    expect(readFileSync(path).includes('chuyen-truong')).toBe(false)
    expect(command('restore:drill', env)).toMatchObject({
      status: 0,
      said: expect.stringMatching(/restored, checked and answering/),
    })
    expect(command('restore:drill', { DATA_DIR: world.dataDir })).toMatchObject({
      status: 1,
      said: expect.stringMatching(/^this backup is sealed: set BACKUP_KEY\n$/),
    })
    expect(command('restore:drill', { ...env, BACKUP_KEY: 'a different phrase altogether' })).toMatchObject({
      status: 1,
      said: expect.stringMatching(/does not open with this BACKUP_KEY/),
    })

    const before = await world.getJson('/api/procedures/2.002854')
    expect(command('restore', env)).toMatchObject({
      status: 1,
      said: expect.stringMatching(/is there: stop the server/),
    })
    await world.stop()
    for (const name of readdirSync(world.dataDir).filter((each) => each.startsWith('cchc.db')))
      rmSync(join(world.dataDir, name))
    expect(command('restore', env)).toMatchObject({
      status: 0,
      said: expect.stringMatching(/npm start goes on from there/),
    })
    const again = await createWorld({ dataFrom: world.dataDir })
    expect(await again.getJson('/api/procedures/2.002854')).toEqual(before)
  })

  test('a backup with one byte changed is refused, and nothing is left where the database would stand', async () => {
    const world = await createWorld()
    const env = { DATA_DIR: world.dataDir, BACKUP_KEY: KEY }
    command('backup', env)
    await world.stop()
    const backups = join(world.dataDir, 'backups')
    const [backup = ''] = readdirSync(backups).filter((name) => name.endsWith('.enc'))
    const bytes = readFileSync(join(backups, backup))
    bytes[5_000] = (bytes[5_000] ?? 0) ^ 1
    writeFileSync(join(backups, backup), bytes)
    for (const name of readdirSync(world.dataDir).filter((each) => each.startsWith('cchc.db')))
      rmSync(join(world.dataDir, name))
    expect(command('restore', env)).toMatchObject({ status: 1, said: expect.stringMatching(/damaged/) })
    expect(readdirSync(world.dataDir).filter((each) => each.startsWith('cchc.db'))).toEqual([])
  })

  test('the hourly job leaves a backup that can be restored, and says so when it could not make one', async () => {
    const world = await createWorld()
    const settings = {
      file: world.databaseFile,
      attachments: join(world.dataDir, 'attachments'),
      folder: join(world.dataDir, 'backups'),
      key: KEY,
    }
    const [job] = backupJobs(settings)
    await job?.run({ ...world.service.ctx, actor: { kind: 'system' } }, NEVER)
    const path = await findNewestBackup(settings.folder)
    expect(path).toMatch(/cchc-20261123T020000Z\.db\.enc$/)
    const copy = join(world.folder, 'copy.db')
    expect((await restoreBackup({ path: path ?? '', file: copy, key: KEY })).rows.content_items).toBeGreaterThan(300)
    const [hopeless] = backupJobs({ ...settings, file: join(world.folder, 'not-there.db') })
    await expect(hopeless?.run({ ...world.service.ctx, actor: { kind: 'system' } }, NEVER)).rejects.toThrow(
      'the backup failed',
    )
  })

  test('without a backup the drill says how to make one', () => {
    expect(command('restore:drill', { DATA_DIR: newFolder() })).toMatchObject({
      status: 1,
      said: expect.stringMatching(/npm run backup makes one/),
    })
  })
})

describe('is this machine fit to serve citizens', { timeout: 60_000 }, () => {
  const fit = {
    ZALO_MODE: 'off',
    PUBLIC_URL: 'https://cchc.example.vn',
    BACKUP_KEY: KEY,
    STAFF_SECRET: 'a secret of the office, long enough',
    CITIZEN_DATA_KEY: 'a key of the office for what citizens tell',
  }

  test('it is, with its settings right and its files its own', async () => {
    const world = await createWorld()
    chmodSync(world.databaseFile, 0o600)
    chmodSync(`${world.databaseFile}-wal`, 0o600)
    expect(command('check:deploy', { ...fit, DATA_DIR: world.dataDir })).toEqual({
      status: 0,
      said: 'Ready to serve citizens\n',
    })
    chmodSync(world.databaseFile, 0o644)
    expect(command('check:deploy', { ...fit, DATA_DIR: world.dataDir })).toMatchObject({
      status: 1,
      said: expect.stringMatching(/can be read by other users: chmod 600/),
    })
  })

  test.each([
    ['PUBLIC_URL', { PUBLIC_URL: 'http://cchc.example.vn' }],
    ['ZALO_MODE', { ZALO_MODE: 'simulator' }],
    ['BACKUP_KEY', { BACKUP_KEY: '' }],
    ['STAFF_SECRET', { STAFF_SECRET: '' }],
    ['CITIZEN_DATA_KEY', { CITIZEN_DATA_KEY: '' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'debug' }],
  ])('it is not, when %s is wrong', (name, wrong) => {
    expect(command('check:deploy', { ...fit, DATA_DIR: newFolder(), ...wrong })).toMatchObject({
      status: 1,
      said: expect.stringMatching(new RegExp(`^${name}:`)),
    })
  })
})

describe('health', () => {
  test('while it stops, whoever was still asking is told that it is not ready any more', async () => {
    const world = await createWorld()
    const socket = connect(Number(new URL(world.url).port), 'localhost')
    let answer = ''
    const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()))
    socket.on('data', (chunk) => {
      answer += chunk
    })
    await new Promise<void>((resolve) => socket.write('GET /readyz HTTP/1.1\r\nhost: a\r\n', () => resolve()))
    await world.get('/healthz')
    const stopped = world.stop()
    socket.write('\r\n')
    await Promise.all([closed, stopped])
    expect(answer).toMatch(/^HTTP\/1\.1 503[\s\S]*"problems":\["stopping"\]/)
  })

  test('alive and ready are different answers: nothing but the process itself makes /healthz fail', async () => {
    const world = await createWorld()
    expect([(await world.get('/healthz')).status, await world.getJson('/readyz')]).toEqual([
      200,
      { ready: true, problems: [], notes: [] },
    ])
  })
})

describe('npm start', { timeout: 60_000 }, () => {
  test('says what it does, then the addresses; serves the app; and Ctrl-C ends it cleanly', async () => {
    const dataDir = newFolder()
    const started = spawn('node', ['scripts/start.mjs'], {
      cwd: PROJECT,
      env: { ...process.env, DATA_DIR: dataDir, PORT: '0', NODE_ENV: 'test' },
    })
    let said = ''
    const ended = new Promise<number | null>((resolve) => started.on('close', resolve))
    await new Promise<void>((resolve) => {
      started.stdout.on('data', (chunk) => {
        said += chunk
        if (said.includes('Ctrl-C stops it.')) resolve()
      })
      void ended.then(() => resolve())
    })
    expect(said).toMatch(/Opening the database[\s\S]*Loading content[\s\S]*Mini App +http[\s\S]*API +http/)
    const [url = ''] = /http:\/\/localhost:\d+/.exec(said) ?? []
    expect((await fetch(`${url}/thu-tuc/2.002854`)).headers.get('content-type')).toMatch(/^text\/html/)
    started.kill('SIGINT')
    expect(await ended).toBe(0)
  })

  test('ended by whatever started it, npm or not, it leaves nothing running', async () => {
    const started = spawn('npm', ['start'], {
      cwd: PROJECT,
      env: { ...process.env, DATA_DIR: newFolder(), PORT: '0', NODE_ENV: 'test' },
    })
    let said = ''
    await new Promise<void>((resolve) => {
      started.stdout.on('data', (chunk) => {
        said += chunk
        if (said.includes('Ctrl-C stops it.')) resolve()
      })
    })
    const [url = ''] = /http:\/\/localhost:\d+/.exec(said) ?? []
    started.kill('SIGTERM')
    await expect
      .poll(
        () =>
          fetch(`${url}/healthz`).then(
            () => 'answers',
            () => 'gone',
          ),
        { timeout: 10_000 },
      )
      .toBe('gone')
  })

  test('a taken port and wrong settings end it with what to do', async () => {
    const world = await createWorld()
    const { port } = new URL(world.url)
    const run = (env: Record<string, string>) =>
      spawnSync('node', ['scripts/start.mjs'], {
        cwd: PROJECT,
        encoding: 'utf8',
        env: { ...process.env, DATA_DIR: newFolder(), ...env },
      })
    const taken = run({ PORT: port })
    expect([taken.status, taken.stderr]).toEqual([
      1,
      'The port is taken: stop what uses it, or set PORT to another number.\n',
    ])
    const wrong = run({ PORT: 'eighty', LOG_LEVEL: 'loud' })
    expect([wrong.status, wrong.stderr.split('\n').length]).toEqual([1, 4])
  })
})
