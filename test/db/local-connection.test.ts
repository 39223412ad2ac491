import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { LocalConnection } from '../../server/db/local-connection.ts'

test('one row is found whether the same question was asked for one row or for many just before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-connection-'))
  const connection = new LocalConnection(join(folder, 'a.db'), 'write')
  onTestFinished(() => {
    connection.close()
    rmSync(folder, { recursive: true, force: true })
  })
  connection.exec(`CREATE TABLE said (person TEXT, text TEXT); INSERT INTO said VALUES ('mai', 'a'), ('tam', 'b')`)
  const ask = (person: string, limit: number) =>
    connection.rows('select text from said where person = ? limit ?', [person, limit])
  const seen = [ask('mai', 1), ask('mai', 60), ask('tam', 1), ask('tam', 60), ask('mai', 1), ask('nobody', 1)]
  expect(seen).toEqual([[['a']], [['a']], [['b']], [['b']], [['a']], []])
})
