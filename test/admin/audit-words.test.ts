import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ACTION_WORDS, actionText, SUBJECT_WORDS } from '../../admin/features/audit/words.ts'
import { PROBLEM_STATUS } from '../../server/http/problems.ts'
import { STEPS } from '../../server/publishing/publishing.schemas.ts'
import { PERMISSIONS } from '../../server/staff/permissions.schemas.ts'

const SERVER = join(import.meta.dirname, '../../server')
/** What writes the log: `recordAudit` itself, or a function of ours that calls it. */
const WRITES = /\b(?:recordAudit|changeUnits)\(/
const sources = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(SERVER, file), 'utf8'))
  .filter((source) => WRITES.test(source))

test('everything the service writes in its log has words, and nothing else has', () => {
  const written = new Set([...sources.flatMap(actionsIn), ...STEPS.map((step) => `edition.${step}`)])
  expect(written.size).toBeGreaterThan(30)
  expect(Object.keys(ACTION_WORDS).sort()).toEqual([...written].sort())
  expect([...written].filter((action) => actionText(action) === action)).toEqual([])
})

test('so has every kind of thing that was changed', () => {
  const kinds = new Set(sources.flatMap((source) => find(source, /subject:\s*\{\s*kind: '(\w+)'/g)))
  expect(Object.keys(SUBJECT_WORDS).sort()).toEqual([...kinds].sort())
})

/** An action is written as `thing.verb`; codes of problems and permissions are written alike. */
function actionsIn(source: string) {
  const named = find(source, /'([a-z]+\.[a-z_]+)'/g)
  const isOther = (name: string) => name in PROBLEM_STATUS || PERMISSIONS.some((permission) => permission === name)
  return named.filter((name) => !isOther(name))
}

function find(source: string, pattern: RegExp) {
  return [...source.matchAll(pattern)].map(([, name = '']) => name)
}
