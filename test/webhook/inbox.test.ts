import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { type InboxEvent, openInbox, prepareInbox, readInbox } from '../../server/webhook/event-inbox.ts'

const NOW = new Date('2026-11-23T02:00:00Z')
const DAY_MS = 24 * 3_600_000

function open(now = NOW) {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-inbox-'))
  prepareInbox(folder, now)
  let stored = 0
  const inbox = openInbox(folder, {
    onStored: () => {
      stored += 1
    },
  })
  const reader = readInbox(folder)
  onTestFinished(() => {
    inbox.close()
    reader.close()
    rmSync(folder, { recursive: true, force: true })
  })
  return { folder, inbox, reader, stored: () => stored }
}

const event = (key: string, change: Partial<InboxEvent> = {}): InboxEvent => ({
  ...{ key, source: 'oa', name: 'user_send_text', lane: 'l', happenedMs: 1, sealed: 's', numRetry: 0 },
  receivedAt: NOW.toISOString(),
  ...change,
})

test('what arrives together is written by one commit, each event once, in order', async () => {
  const { inbox, reader, stored } = open()
  const answers = await Promise.all(['a', 'b', 'a', 'c'].map((key) => inbox.store(event(key))))
  expect(answers).toEqual([true, true, false, true])
  expect(stored()).toBe(1)
  const rows = reader.listAfter(0, 10)
  expect(rows.map(({ key }) => key)).toEqual(['a', 'b', 'c'])
  expect(reader.listAfter(rows[0]?.seq ?? 0, 1)).toEqual([{ ...event('b'), seq: rows[1]?.seq }])
})

test('a file made anew goes on beyond what was taken over from the one that was lost', async () => {
  const [old, later] = [open(), open(new Date(NOW.getTime() + 1_000))]
  for (const { inbox } of [old, later]) await inbox.store(event('a'))
  const [[first], [second]] = [old.reader.listAfter(0, 1), later.reader.listAfter(0, 1)]
  expect(second?.seq).toBeGreaterThan(first?.seq ?? 0)
  prepareInbox(old.folder, new Date(NOW.getTime() + DAY_MS))
  expect(old.reader.listAfter(0, 10)).toEqual([first])
})

test('words are forgotten after a day, keys after ten, and only what was taken over', async () => {
  const { inbox, reader } = open()
  for (const key of ['a', 'b', 'c']) await inbox.store(event(key))
  const [, second] = reader.listAfter(0, 10)
  const takenOver = second?.seq ?? 0
  const rows = () => reader.listAfter(0, 10).map(({ key, sealed }) => [key, sealed])
  const after = (days: number) => inbox.forget({ takenOver, now: new Date(NOW.getTime() + days * DAY_MS + 1) })
  after(0.9)
  expect(rows()).toEqual([
    ['a', 's'],
    ['b', 's'],
    ['c', 's'],
  ])
  after(1)
  expect(rows()).toEqual([
    ['a', ''],
    ['b', ''],
    ['c', 's'],
  ])
  after(9)
  expect(await inbox.store(event('a'))).toBe(false)
  expect(after(10)).toBe(false)
  expect(rows()).toEqual([['c', 's']])
})
