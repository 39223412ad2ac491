import { appendFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { insertEvent } from '../../server/feedback/reports.queries.ts'
import { readSpreadsheet } from '../../server/spreadsheets/read-spreadsheet.ts'
import { makePdf } from '../attachments/pdfs.ts'
import { takePhoto } from '../attachments/photos.ts'
import { ok, type Phone, report } from '../feedback/reporting.ts'
import { createWorld } from '../world/world.ts'
import { asPlace, filesIn, findCanaries, type Place, sayings, WHO, WORDS } from './canaries.ts'
import { LAN, lansReport, liveThrough, openOffice, SEALED, type World } from './whole-story.ts'

const FILE_NAME = 'giay-hen-cua-chuon-chuon-kim.jpg'
/** Inside the paper and the photo that Lan sends along. */
const INSIDE = ['Giay hen tra ket qua', 'Nguyen Thi Lan']
const EXPORT = '/admin/api/feedback/export?from=2026-11-01&to=2026-11-30'

async function openStory() {
  const world = await createWorld({ env: { BACKUP_KEY: 'một câu đủ dài để làm khoá' } })
  const zaloAccessToken = world.zalo.state.mintToken(LAN)
  const phone = world.openPhone()
  await phone.signIn({ zaloAccessToken })
  const office = await openOffice(world)
  return { world, phone, office, zaloAccessToken }
}

/** With a name, as a browser would tell it; the service asks for none. */
async function sendFile({ url }: World, { token }: Phone, { bytes, type }: { bytes: Buffer; type: string }) {
  const disposition = `attachment; filename="${FILE_NAME}"`
  const headers = { authorization: `Bearer ${token}`, 'content-type': type, 'content-disposition': disposition }
  const response = await fetch(`${url}/api/feedback/files`, { method: 'POST', headers, body: new Uint8Array(bytes) })
  expect(response.status).toBe(201)
  return ((await response.json()) as { id: string }).id
}

/** Whatever can go wrong with what Lan sends, asks and guesses: nothing of it is to come back. */
async function provoke({ world, phone, office }: Awaited<ReturnType<typeof openStory>>, code: string) {
  const places: Place[] = []
  const ask = async (name: string, reply: Promise<Parameters<typeof asPlace>[1]>) => {
    places.push(asPlace(name, await reply))
  }
  const raw = async (body: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${phone.token}` }
    const response = await world.get('/api/feedback', { method: 'POST', headers, body })
    return { status: response.status, body: await response.text(), headers: response.headers }
  }
  const send = (body: object, headers = {}) => phone.call('POST', '/api/feedback', body, headers)
  const sender = { name: SEALED.name, address: SEALED.address, phone: `${SEALED.phone} máy bàn`, email: SEALED.email }
  await ask('a number that is none', send(lansReport({ sender })))
  await ask('a field nobody asks for', send({ ...lansReport(), [SEALED.email]: SEALED.name }))
  await ask('a denunciation', send(lansReport({ content: `Tôi tố cáo ${SEALED.name} ăn tiền.` })))
  const key = { 'idempotency-key': 'lan-sends-it-twice' }
  ok(await send(lansReport(), key))
  await ask('the same key for other words', send(lansReport({ place: SEALED.address }), key))
  await ask('half a body', raw(JSON.stringify(lansReport()).slice(0, -20)))
  await ask('a body of too much', raw(JSON.stringify(lansReport({ content: SEALED.name.repeat(5_000) }))))
  await ask('an address with a name', phone.get(`/api/me/feedback/${encodeURIComponent(SEALED.name)}`))
  await ask('a file name in the address', phone.get(`/api/me/feedback/${code}?file=${FILE_NAME}`))
  await ask('no such page', phone.get(`/api/${encodeURIComponent(SEALED.address)}?phone=${SEALED.phone}`))
  await ask('other digits', phone.post('/api/feedback/status', { code, lastDigits: '9999' }))
  const guess = { email: SEALED.email, password: SEALED.name.repeat(2) }
  await ask('not of the staff', world.openBrowser().post('/admin/api/session', guess))
  await ask('no right to know', office.head.get(`${EXPORT}&contact=yes`))
  // A table that takes nothing more, as with a full disk: the query and all its values are in the error's own text.
  const { write } = world.service.ctx
  await write((tx) =>
    tx.run("CREATE TRIGGER full BEFORE INSERT ON report_contacts BEGIN SELECT raise(ABORT, 'full'); END"),
  )
  await ask('a failure of ours', send(lansReport()))
  return places
}

test('who Lan is and what she wrote is nowhere it must not be, through everything that happens to her report', async () => {
  const story = await openStory()
  const { world, phone, office, zaloAccessToken } = story
  const { code, linkToken } = await liveThrough(phone, office)
  const fileIds = [
    await sendFile(world, phone, { bytes: await takePhoto(), type: 'image/jpeg' }),
    await sendFile(world, phone, { bytes: makePdf(), type: 'application/pdf' }),
  ]
  ok(await phone.post('/api/feedback', lansReport({ fileIds })))
  await world.runJob('outbox.deliver')
  await world.runJob('backup')

  const secrets = [...WHO, linkToken, FILE_NAME, zaloAccessToken, phone.token ?? 'none', ...INSIDE]
  for (const [role, hidden] of [
    ['viewer', [...secrets, ...WORDS]],
    ['editor', [...secrets, ...WORDS]],
    ['unit_head', secrets],
    ['feedback_officer', secrets],
  ] as const) {
    const colleague = await world.signIn({ role })
    const response = await world.get(EXPORT, { headers: { cookie: colleague.cookie } })
    const rows = await readSpreadsheet(Buffer.from(await response.arrayBuffer()))
    expect([role, rows.length]).toEqual([role, 3])
    expect(findCanaries([{ name: `export for ${role}`, holds: JSON.stringify(rows) }], hidden)).toEqual([])
  }
  const errors = await provoke(story, code)
  expect(errors.map(({ name }) => name)).toEqual([
    '400 a number that is none',
    '400 a field nobody asks for',
    '409 a denunciation',
    '422 the same key for other words',
    '400 half a body',
    '413 a body of too much',
    '400 an address with a name',
    '400 a file name in the address',
    '404 no such page',
    '404 other digits',
    '401 not of the staff',
    '403 no right to know',
    '500 a failure of ours',
  ])
  const said = await sayings(world)
  await world.stop()
  const files = filesIn(world)

  expect(findCanaries([...errors, ...said], [...secrets, ...WORDS])).toEqual([])
  expect(findCanaries(files, secrets)).toEqual([])
  expect(
    findCanaries(
      files.filter(({ name }) => !name.startsWith('cchc.db')),
      WORDS,
    ),
  ).toEqual([])
  // There was something to look through: the log, a copy of the database, both files and their copies.
  expect(world.logLines.join('')).toContain('request failed')
  expect(files.filter(({ name }) => name.startsWith('backups/')).length).toBeGreaterThan(2)
  expect(files.filter(({ name }) => /^attachments\/..\/\w{32}$/.test(name))).toHaveLength(2)
  expect(findCanaries(files, WORDS).length).toBeGreaterThan(0)
}, 120_000)

test('a leak is found wherever it is: in the database, a file, a backup, the log, an error', async () => {
  const { world, phone } = await openStory()
  ok(await phone.post('/api/feedback', report()))
  const { db, write, newId } = world.service.ctx
  const [row] = await db.values<[string]>('SELECT id FROM reports')
  const event = { id: newId(), reportId: row?.[0] ?? '', at: '2026-11-23T02:00:00.000Z', isInternal: true } as const
  await write((tx) => insertEvent(tx, { ...event, kind: 'note', text: `Số của chị là ${SEALED.phone}` }))
  mkdirSync(join(world.dataDir, 'backups'), { recursive: true })
  writeFileSync(join(world.dataDir, 'backups/plain.sql'), `INSERT INTO citizens VALUES ('${LAN}')`)
  appendFileSync(join(world.dataDir, 'erasures.jsonl'), `{"email":"${SEALED.email}"}\n`)
  world.logLines.push(`{"level":50,"msg":"Failed query: params: ${SEALED.name}"}\n`)
  const error = asPlace('a failure of ours', { status: 500, body: { detail: SEALED.address }, headers: new Headers() })
  const said = await sayings(world)
  await world.stop()
  expect(findCanaries([...said, error, ...filesIn(world)], WHO).sort()).toEqual([
    `500 a failure of ours: ${SEALED.address}`,
    `backups/plain.sql: ${LAN}`,
    `cchc.db: ${SEALED.phone}`,
    `erasures.jsonl: ${SEALED.email}`,
    `log: ${SEALED.name}`,
  ])
})
