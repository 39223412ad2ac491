import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** The shortened form of `npm run test:contest-model`. */
const SEED = process.env.CONTEST_MODEL_SEED ?? '20261125'

test('whatever phones, networks and clocks do to a paper, it is as the rules say, and each seeded bug is found', {
  timeout: 240_000,
}, () => {
  const args = ['--import', 'tsx', join(import.meta.dirname, 'model-runs.ts'), '--runs', '100', '--seed', SEED]
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' })
  const lines = stdout.trim().split('\n')
  expect([status, lines.filter((line) => !line.startsWith('holds')), stderr]).toEqual([0, [`--seed ${SEED}`], ''])
  expect(lines.length).toBeGreaterThanOrEqual(10)
})
