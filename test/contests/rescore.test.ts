import { spawnSync } from 'node:child_process'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/libsql'
import { expect, test } from 'vitest'
import { rescore } from '../../server/contests/rescore.usecases.ts'
import { LocalConnection } from '../../server/db/local-connection.ts'
import { createWorld } from '../world/world.ts'
import { makeContest, type Person, takePart } from './world-contest.ts'

const PEOPLE = Array.from(
  { length: 12 },
  (_, at): Person => ({
    publicName: `Người ${at}`,
    papers: [
      { number: 1, right: at % 10, prediction: at, begun: at },
      { number: 2, right: (at * 7) % 11, prediction: at + 1, begun: 100 + at },
    ],
  }),
)

async function rankedContest() {
  const world = await createWorld()
  const contest = await makeContest(world, { settings: { attemptsPerRound: 2 } })
  await takePart(world, contest, PEOPLE)
  await world.runJob('contests.results')
  return { world, contest }
}

/** As the command does: on its own connection that only reads. */
async function rescoreFile(file: string) {
  const connection = new LocalConnection(file, 'read')
  const db = drizzle(connection.asClient(), { casing: 'snake_case' })
  const said = await rescore({ db }).then(
    () => 'agrees',
    (error: Error) => error.message,
  )
  connection.close()
  return said
}

function runCommand(dataDir: string) {
  const env = { ...process.env, DATA_DIR: dataDir }
  const command = ['--import', 'tsx', 'scripts/contest-rescore.ts', '--dry-run']
  const { status, stdout, stderr } = spawnSync(process.execPath, command, { env, encoding: 'utf8' })
  return { status, said: stdout + stderr }
}

test('what is made again from the events alone is the same to the last rank', async () => {
  const { world } = await rankedContest()
  expect(await rescore(world.service.ctx)).toEqual({ links: 72, attempts: 24, results: 1, rows: 12 })
  const { status, said } = runCommand(world.dataDir)
  expect([status, said.trim()]).toEqual([
    ...[0, '72 links of the chain are whole, 24 attempts and 12 rows of 1 results agree'],
  ])
})

test('one bit changed in any event is found, and the command names the first', async () => {
  const { world } = await rankedContest()
  await world.stop()
  const connection = new LocalConnection(world.databaseFile, 'write')
  connection.exec('DROP TRIGGER contest_events_never_change')
  const change = 'UPDATE contest_events SET events = ? WHERE seq = ?'
  const overlooked = []
  for (const [seq, events] of connection.rows('SELECT seq, events FROM contest_events ORDER BY seq')) {
    const bytes = Buffer.from(String(events))
    const at = (Number(seq) * 37) % bytes.length
    bytes[at] = (bytes[at] ?? 0) ^ 1
    connection.rows(change, [bytes.toString(), seq])
    const said = await rescoreFile(world.databaseFile)
    if (said !== `event ${seq} was changed, or one before it is missing`) overlooked.push([seq, said])
    if (seq === 40) {
      const { status, said } = runCommand(world.dataDir)
      expect([status, said]).toEqual([1, 'DISAGREES: event 40 was changed, or one before it is missing\n'])
    }
    connection.rows(change, [events, seq])
  }
  connection.close()
  expect(overlooked).toEqual([])
  expect(await rescoreFile(world.databaseFile)).toBe('agrees')
})

test.each([
  ['a sheet', `UPDATE contest_attempts SET sheet = '0' || sheet WHERE number = 2 AND score = 0`, /sheet is/],
  ['a mark', 'UPDATE contest_attempts SET score = 10 WHERE score = 0', /score is 10/],
  ['a rank', 'UPDATE result_rows SET rank = 1 WHERE rank = 2', /has rank 1/],
  ['the winner', 'DELETE FROM result_rows WHERE place = 1', /is not in it/],
  ['a result', `UPDATE contest_results SET entrants = 13, hash = 'x' || hash`, /fingerprint/],
  ['an attempt nobody made', `UPDATE contest_attempts SET id = 'z' WHERE rowid = 1`, /stands in no event/],
])('%s written over in the tables does not agree with what happened', async (_, statement, said) => {
  const { world } = await rankedContest()
  await world.service.ctx.write((tx) => tx.run(sql.raw(statement)))
  expect(await rescoreFile(world.databaseFile)).toMatch(said)
})
