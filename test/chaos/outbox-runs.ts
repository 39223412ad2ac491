import { parseArgs } from 'node:util'
import { holdsOutbox, killSenders, type OutboxFigures } from './outbox.ts'

/** `npm run chaos:outbox -- --kills 40 --seeds 1,2,3 --fault 0.4,0.7`: exits with 1 where something does not hold. */
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '40' },
    seeds: { type: 'string', default: '1,2,3' },
    fault: { type: 'string', default: '0.4,0.7' },
  },
})
const kills = Number(values.kills)
let failed = 0
for (const seed of values.seeds.split(',').map(Number))
  for (const fault of values.fault.split(',').map(Number))
    tell(`seed ${seed}, fault ${fault}`, await killSenders({ kills, seed, fault }), true)
const few = { kills: Math.min(kills, 6), seed: Number(values.seeds.split(',')[0]), fault: 0.5 }
for (const mutant of ['believes', 'does-not-look', 'never-gives-up'] as const)
  tell(`a sender that ${mutant} is caught`, await killSenders({ ...few, mutant }), false)
process.exitCode = failed === 0 ? 0 : 1

function tell(name: string, figures: OutboxFigures, isWanted: boolean) {
  const isFine = holdsOutbox(figures) === isWanted
  if (!isFine) failed += 1
  console.log(`${isFine ? 'holds' : 'FAILS'}  ${name}  ${JSON.stringify(figures)}`)
}
