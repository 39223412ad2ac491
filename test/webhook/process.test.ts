import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, onTestFinished, test, vi } from 'vitest'
import { prepareInbox, readInbox } from '../../server/webhook/event-inbox.ts'
import { superviseWebhook } from '../../server/webhook/webhook-process.ts'
import { deliver, OA, says, signed } from './zalo-sends.ts'

function open() {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-webhook-'))
  prepareInbox(folder, new Date())
  const said: string[] = []
  let stored = 0
  const order = {
    ...{ port: 0, dataDir: folder, keys: ['seals what citizens tell in tests of the webhook'] },
    secrets: { oa: OA, miniAppApiKey: undefined, botSecret: undefined },
    siteVerification: { code: undefined, file: undefined },
  }
  const process = superviseWebhook(order, {
    onStored: () => {
      stored += 1
    },
    say: (line) => said.push(line),
    log: pino({ level: 'silent' }),
  })
  onTestFinished(async () => {
    await process.stop()
    rmSync(folder, { recursive: true, force: true })
  })
  return { process, folder, said, stored: () => stored }
}

const childrenOf = (pid: number) =>
  execFileSync('pgrep', ['-P', String(pid), '-f', 'webhook.main'], { encoding: 'utf8' })
    .trim()
    .split('\n')
    .map(Number)

test('a process of its own writes events down, comes back when it is killed, and ends with the service', async () => {
  const { process: webhook, folder, stored } = open()
  const address = await webhook.begun()
  expect(await deliver({ service: { webhook: address } }, signed(says('menu')))).toBe(200)
  await vi.waitFor(() => expect(stored()).toBe(1))
  const [child = 0] = childrenOf(process.pid)
  process.kill(child, 'SIGKILL')
  await vi.waitFor(async () => expect(await answersAt(webhook.address()?.url)).toBe(200), { timeout: 20_000 })
  expect(await deliver({ service: { webhook: webhook.address() } }, signed(says('menu')))).toBe(200)
  const reader = readInbox(folder)
  expect(reader.listAfter(0, 10).map(({ name }) => name)).toEqual(['user_send_text', 'user_send_text'])
  reader.close()
  const last = webhook.address()?.url
  await webhook.stop()
  expect(await answersAt(last)).toBeUndefined()
}, 40_000)

async function answersAt(url: string | undefined) {
  return fetch(`${url}/livez`).then(
    ({ status }) => status,
    () => undefined,
  )
}
