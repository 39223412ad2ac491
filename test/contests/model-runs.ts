import { register } from 'node:module'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { begin, commands, newModel } from './model.ts'
import { CLOSES_MS, type Harness, type Modules, openBench } from './model-harness.ts'
import { MUTANTS } from './mutants.mjs'

/**
 * `npm run test:contest-model -- --runs 1000`: what people, phones, networks and clocks may do to a paper, at random,
 * against the rules; then each of the seeded bugs, which must be found within 200 runs. `--seed` repeats a run.
 */
const MOST_COMMANDS = 24
const { values } = parseArgs({ options: { runs: { type: 'string' }, seed: { type: 'string' } } })
const runs = Number(values.runs ?? 1_000)
const seed = Number(values.seed ?? Date.now() % 1_000_000)
const CONTESTS = new URL('../../server/contests/', import.meta.url)

register('./mutants.mjs', import.meta.url)
console.log(`--seed ${seed}`)
let failed = 0

const own = await play('', runs)
say(own.failure === null, `the service: ${own.runs} runs`, own.failure)
for (const name of Object.keys(MUTANTS)) {
  const { failure, runs: needed } = await play(name, Math.min(200, runs))
  say(failure !== null, `caught after ${needed} runs: ${name}`, null)
}
process.exitCode = failed === 0 ? 0 : 1

function say(holds: boolean, line: string, why: string | null) {
  if (!holds) failed += 1
  console.log(`${holds ? 'holds ' : 'BROKEN'} ${line}${why === null ? '' : `\n${why}`}`)
}

async function play(mutant: string, numRuns: number) {
  const bench = openBench()
  const modules = await loadModules(mutant)
  let played = 0
  const property = fc.asyncProperty(
    fc.commands(commands, { maxCommands: MOST_COMMANDS, size: 'max' }),
    async (list) => {
      played += 1
      const real: Harness = await bench.openRun(modules)
      const model = newModel(CLOSES_MS - 100_000, CLOSES_MS)
      await begin().run(model, real)
      await fc.asyncModelRun(() => ({ model, real }), list)
    },
  )
  const result = await fc.check(property, { numRuns, seed, endOnFailure: mutant !== '' })
  bench.close()
  const why = result.failed ? `${result.counterexample}\n${String(result.errorInstance)}` : null
  return { failure: why, runs: result.failed ? result.numRuns : played }
}

async function loadModules(mutant: string): Promise<Modules> {
  const query = mutant === '' ? '' : `?mutant=${encodeURIComponent(mutant)}`
  const [recorder, usecases] = await Promise.all(
    ['recorder.ts', 'attempts.usecases.ts'].map((file) => import(`${new URL(file, CONTESTS)}${query}`)),
  )
  return { ...recorder, ...usecases }
}
