import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ContestSettings } from '../server/contests/contests.schemas.ts'
import { writePaper, writeSheet } from '../server/contests/paper.rules.ts'
import { LocalConnection } from '../server/db/local-connection.ts'
import { seededRandom } from '../test/chaos/seeded-random.ts'
import { startForRanking } from './ranking-service.ts'

const [POOL, QUESTIONS, ROUNDS] = [60, 20, 10]
const MINUTE = 60_000
const OPENS = Date.parse('2026-06-01T00:00:00Z')
const CLOSES = Date.parse('2026-06-07T00:00:00Z')
const AT = '2026-06-01T00:00:00.000Z'

const SETTINGS: ContestSettings = {
  ...{ name: 'Hội thi toàn tỉnh', intro: '', sources: [], drawsFrom: 'contest', minutes: 20, graceSeconds: 0 },
  blocks: [
    {
      ...{ id: 'can-bo', name: 'Cán bộ', audience: 'official', minAge: null, maxAge: null, headcount: 'official' },
      ...{ blueprint: [{ topic: null, difficulty: null, count: QUESTIONS }], needsUnit: true, needsCode: false },
    },
  ],
  rounds: [{ name: 'Tuần 1', opensAt: AT, closesAt: new Date(CLOSES).toISOString() }],
  ...{ attemptsPerRound: 1, counts: 'best', prediction: 'all_correct', complaintDays: 3, names: 'masked' },
  tieBreaks: ['closeness', 'earlier_submission', 'draw'],
  tells: { afterSubmitting: 'nothing', afterClosing: 'score' },
  units: { minSize: 0, minParticipation: 0 },
}

export const SLUG = 'hoi-thi-toan-tinh'
export const ATTEMPTS_EACH = ROUNDS

/** Straight into the tables: one round that has just closed, and nine of another contest that are long over. */
function fillContest(file: string, { people, random }: { people: number; random: () => number }) {
  const connection = new LocalConnection(file, 'write')
  for (const pragma of ['synchronous=OFF', 'foreign_keys=OFF', 'cache_size=-200000'])
    connection.exec(`PRAGMA ${pragma}`)
  connection.exec('BEGIN')
  for (const [id, address] of [
    ['now', SLUG],
    ['then', 'hoi-thi-truoc'],
  ])
    connection.rows(
      `INSERT INTO contests (id, slug, unit_id, state, settings, name, draw_seed, authors, created_at, updated_at, version)
       VALUES (?, ?, 'so-gddt', 'closed', ?, 'Hội thi', 'seed', '[]', ?, ?, 1)`,
      [id, address, JSON.stringify(SETTINGS), AT, AT],
    )
  for (let round = 0; round < ROUNDS; round += 1)
    connection.rows(
      `INSERT INTO contest_rounds (id, contest_id, number, name, opens_at, closes_at, state, version) VALUES (?, ?, ?, 'Tuần', ?, ?, ?, 1)`,
      [
        `r${round}`,
        round === 0 ? 'now' : 'then',
        round + 1,
        AT,
        SETTINGS.rounds[0]?.closesAt,
        round === 0 ? 'closed' : 'archived',
      ],
    )
  for (let place = 0; place < POOL; place += 1) fillQuestion(connection, place)
  for (let person = 0; person < people; person += 1) {
    for (const contest of ['now', 'then'])
      connection.rows(
        `INSERT INTO contest_entries (id, contest_id, citizen_id, block_id, unit_id, status, age_band, public_name, created_at)
         VALUES (?, ?, ?, 'can-bo', ?, 'counted', 'adult', ?, ?)`,
        [`${contest}-${person}`, contest, `citizen-${person}`, `don-vi-${person % 300}`, `N. V. ${person}`, AT],
      )
    const ability = 0.4 + 0.6 * random()
    for (let round = 0; round < ROUNDS; round += 1) fillAttempt(connection, { person, round, ability, random })
    if (person % 5_000 === 4_999) connection.exec('COMMIT; BEGIN')
  }
  connection.exec('COMMIT')
  connection.foldLog()
  connection.close()
}

function fillQuestion(connection: LocalConnection, place: number) {
  const id = `v${place}`
  connection.rows(
    `INSERT INTO quiz_questions (id, code, unit_id, created_at, version) VALUES (?, ?, 'so-gddt', ?, 1)`,
    [`q${place}`, `CH-${place}`, AT],
  )
  connection.rows(
    `INSERT INTO question_versions (id, question_id, number, state, kind, topic, difficulty, pool, audiences, text, options,
      sources, related, checked_on, review_by, unverified, folded, authors, origin, created_at, updated_at)
     VALUES (?, ?, 1, 'published', 'single', 'cchc', 'easy', 'contest', '[]', 'Câu hỏi', '["A","B","C","D"]', '[]', '[]',
      '2026-01-01', '2027-01-01', '[]', '', '[]', 'staff', ?, ?)`,
    [id, `q${place}`, AT, AT],
  )
  connection.rows(`INSERT INTO question_keys (version_id, number, key, explanation, at) VALUES (?, 1, '[0]', '', ?)`, [
    ...[id, AT],
  ])
  for (let round = 0; round < ROUNDS; round += 1)
    connection.rows(`INSERT INTO contest_pool (round_id, block_id, place, version_id) VALUES (?, 'can-bo', ?, ?)`, [
      ...[`r${round}`, place, id],
    ])
}

const ORDERS = [
  [0, 1, 2, 3],
  [2, 0, 3, 1],
  [3, 2, 1, 0],
  [1, 3, 0, 2],
]

type Sitting = { person: number; round: number; ability: number; random: () => number }

function fillAttempt(connection: LocalConnection, { person, round, ability, random }: Sitting) {
  const first = Math.floor(random() * POOL)
  const order = ORDERS[Math.floor(random() * ORDERS.length)] ?? []
  const paper = Array.from({ length: QUESTIONS }, (_, at) => ({ place: (first + at * 7) % POOL, order }))
  const isPerfect = random() < 0.2
  const sheet = paper.map(() => [isPerfect || random() < ability ? order.indexOf(0) : Math.floor(random() * 4)])
  const startedMs = OPENS + Math.floor(random() * (CLOSES - OPENS - 20 * MINUTE))
  const submittedMs = startedMs + Math.floor((2 + random() * 18) * MINUTE)
  connection.rows(
    `INSERT INTO contest_attempts (id, round_id, entry_id, number, state, started_ms, deadline_ms, paper, sheet, sheet_seq,
      prediction, saved_ms, submitted_ms, score) VALUES (?, ?, ?, 1, 'submitted', ?, ?, ?, ?, 20, ?, ?, ?, 0)`,
    [
      ...[`a-${person}-${round}`, `r${round}`, `${round === 0 ? 'now' : 'then'}-${person}`, startedMs],
      ...[startedMs + 20 * MINUTE, writePaper(paper), writeSheet(sheet), Math.floor(random() * 40_000), submittedMs],
      submittedMs,
    ],
  )
}

const [dataDir, people] = process.argv.slice(2)
if (process.argv[1] === fileURLToPath(import.meta.url) && dataDir !== undefined) {
  await (await startForRanking(dataDir)).stop()
  fillContest(join(dataDir, 'cchc.db'), { people: Number(people), random: seededRandom(7) })
}
