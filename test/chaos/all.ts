import { writeThroughBusy } from './busy.ts'
import { killSender } from './campaign.ts'
import { killInRush } from './contest.ts'
import { canCutPower, cutPower, killWriters } from './crash.ts'
import { canMount, fillDisk, startOnReadOnlyDisk } from './disk.ts'
import { killMigrations } from './migrate.ts'
import { backUpUnderLoad, startTwice, stayAwake, stopWhileAnswering } from './operations.ts'
import { killWhileReporting } from './reports.ts'

/** `npm run chaos`: every check whole, with its figures and its limits; CHAOS_SEED repeats a run. */
const seed = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000)
let failed = 0
console.log(`CHAOS_SEED=${seed}`)

await check(
  '200 kills lose nothing',
  () => killWriters({ kills: 200, seed }),
  (figures) => figures.lost === 0 && figures.damaged === 0,
)
await check(
  'promising before the commit is caught',
  () => killWriters({ kills: 20, seed, mutant: 'early-ack' }),
  (figures) => figures.lost > 0,
)
if (canCutPower()) {
  for (const keep of [0, 50])
    await check(
      `30 power cuts that keep ${keep} % lose nothing`,
      () => cutPower({ cuts: 30, seed, keep }),
      (figures) => figures.lost === 0 && figures.damaged === 0,
    )
  await check(
    'not waiting for the disk is caught',
    () => cutPower({ cuts: 10, seed, keep: 0, mutant: 'normal-sync' }),
    (figures) => figures.lost > 0,
  )
} else skip('power cuts', 'gcc on Linux')
await check(
  'a file held for 2 s',
  () => writeThroughBusy({ holdMs: 2_000 }),
  (figures) => figures.lost === 0 && figures.longestRefusalMs < 100,
)
await check(
  '40 killed migrations',
  () => killMigrations({ kills: 40, seed }),
  (figures) => figures.halfApplied + figures.orphans + figures.withoutCopy === 0,
)
await check(
  'migrating statement by statement is caught',
  () => killMigrations({ kills: 10, seed, mutant: 'one-by-one' }),
  (figures) => figures.halfApplied > 0,
)
await check(
  '200 servers killed while they take reports',
  () => killWhileReporting({ kills: 200, seed }),
  (figures) => figures.acknowledged > 0 && figures.lost + figures.halfKept + figures.damaged === 0,
)
await check(
  'writing the notice after the report is caught',
  () => killWhileReporting({ kills: 20, seed, mutant: 'late-notice' }),
  (figures) => figures.halfKept > 0,
)
await check(
  '40 servers killed while people take papers',
  () => killInRush({ kills: 40, seed }),
  (figures) =>
    figures.acknowledged > 0 &&
    figures.brokenLink === null &&
    figures.lost + figures.double + figures.toldOtherwise + figures.damaged === 0,
)
await check(
  'answering before the commit is caught',
  () => killInRush({ kills: 10, seed, mutant: 'early-answer' }),
  (figures) => figures.lost > 0,
)
await check(
  'a sender of a campaign killed at 400 of 1,000',
  () => killSender({ people: 1_000, killAt: { recipients: 400, sent: 400 }, seed }),
  (figures) => figures.outcomes === 1_000 && figures.sent === 1_000 && figures.heardNever + figures.heardTwice === 0,
)
await check(
  'writing a message after its recipient is caught',
  () => killSender({ people: 300, killAt: { recipients: 200, sent: 0 }, seed, mutant: 'message-later' }),
  (figures) => figures.outcomes < 300,
)
if (canMount()) {
  await check(
    'a full disk',
    fillDisk,
    (figures) =>
      figures.acknowledged === figures.rows &&
      figures.acknowledgedWhileFull === 0 &&
      figures.readsWhileFull.every((status) => status === 200) &&
      figures.readyWhileFull.status === 503 &&
      figures.writesAfter === 100,
  )
  await check(
    'a read-only disk',
    startOnReadOnlyDisk,
    (figures) => figures.code === 1 && figures.afterMs < 5_000 && figures.output.trim().split('\n').length === 2,
  )
} else skip('a full and a read-only disk', 'root, to mount a small disk')
await check(
  'a second server',
  startTwice,
  (figures) => figures.code === 1 && figures.afterMs < 2_000 && figures.firstAnswers === 200,
)
await check(
  'stopping with 50 answers under way',
  () => stopWhileAnswering({ requests: 50 }),
  (figures) => figures.answered === 50 && figures.refusedAfter && figures.code === 0 && figures.stopMs < 10_000,
)
await check(
  'a backup of 200 MB under load',
  () => backUpUnderLoad({ megabytes: 200 }),
  (figures) =>
    figures.failedWrites === 0 &&
    figures.backup === 'checked' &&
    figures.backupMs < 10_000 &&
    figures.worstWriteMs < 250,
)
await check(
  'hostile questions, a backup and a held file',
  () => stayAwake({ questions: 500 }),
  (figures) => figures.failed === 0 && figures.longestSilenceMs < 1_000,
)

console.log(failed === 0 ? 'All hold' : `${failed} do not hold`)
process.exitCode = failed === 0 ? 0 : 1

async function check<T>(name: string, run: () => Promise<T>, holds: (figures: T) => boolean) {
  const figures = await run()
  const isFine = holds(figures)
  if (!isFine) failed += 1
  console.log(`${isFine ? 'holds' : 'FAILS'}  ${name}  ${JSON.stringify(figures)}`)
}

function skip(name: string, needs: string) {
  console.log(`skips  ${name}: needs ${needs}`)
}
