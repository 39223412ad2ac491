import { getTableColumns, getTableName, is } from 'drizzle-orm'
import { SQLiteTable } from 'drizzle-orm/sqlite-core'
import { describe, expect, test } from 'vitest'
import { LocalConnection } from '../../server/db/local-connection.ts'
import * as schema from '../../server/db/schema.ts'
import { PURPOSES } from '../../server/privacy/purposes.ts'
import { createWorld } from '../world/world.ts'

type Purposes = { items: { purpose: string; text: string; textVersion: number }[] }
type Standing = { items: { purpose: string; isGranted: boolean; at: string | null; isGuardian: boolean }[] }

const granted = ({ items }: Standing) => items.filter(({ isGranted }) => isGranted).map(({ purpose }) => purpose)

describe('agreeing', () => {
  test('nothing is agreed to until it is said, purpose by purpose; and it can be taken back', async () => {
    const world = await createWorld()
    const phone = world.openPhone()
    await phone.signIn()
    const asked = (await phone.get<Purposes>('/api/purposes')).body.items
    expect(asked.map(({ purpose }) => purpose)).toEqual([
      ...['feedback.handling', 'feedback.publishing', 'contest.taking', 'contest.naming', 'notices'],
    ])
    expect(granted((await phone.get<Standing>('/api/me/consents')).body)).toEqual([])
    const agree = { purpose: 'feedback.handling', textVersion: 2, isGuardian: true }
    expect((await phone.post<Standing>('/api/me/consents', agree)).body.items).toEqual([
      { ...agree, isGranted: true, at: '2026-11-23T02:00:00.000Z' },
      ...['feedback.publishing', 'contest.taking', 'contest.naming', 'notices'].map((purpose) => ({
        ...{ purpose, isGranted: false, at: null, textVersion: null, isGuardian: false },
      })),
    ])
    await phone.post('/api/me/consents', agree)
    expect(granted((await phone.delete<Standing>('/api/me/consents/feedback.handling')).body)).toEqual([])
    await phone.delete('/api/me/consents/feedback.handling')
    await phone.post('/api/me/consents', agree)
    const acts = await world.service.ctx.db.values('SELECT act, channel, is_guardian FROM consents ORDER BY rowid')
    expect(acts).toEqual([
      ['granted', 'browser', 1],
      ['withdrawn', 'browser', 1],
      ['granted', 'browser', 1],
    ])
  })

  test('to a text that has changed since is refused, and so is a purpose nobody knows', async () => {
    const world = await createWorld()
    const phone = world.openPhone()
    await phone.signIn()
    const old = await phone.post<{ code: string }>('/api/me/consents', { purpose: 'notices', textVersion: 0 })
    expect([old.status, old.body]).toEqual([
      409,
      expect.objectContaining({ code: 'consent.text_changed', textVersion: 1 }),
    ])
    expect((await phone.post('/api/me/consents', { purpose: 'advertising', textVersion: 1 })).status).toBe(400)
    expect((await phone.post('/api/me/consents', { purpose: 'notices', textVersion: 1, citizenId: 'x' })).status).toBe(
      400,
    )
    expect(await world.service.ctx.db.values('SELECT count(*) FROM consents')).toEqual([[0]])
  })

  test('is not seen by another, and cannot be edited or taken away by anybody, not even in the database', async () => {
    const world = await createWorld()
    const [lan, minh] = [world.openPhone(), world.openPhone()]
    await lan.signIn()
    await minh.signIn()
    await lan.post('/api/me/consents', { purpose: 'notices', textVersion: 1 })
    expect(granted((await minh.get<Standing>('/api/me/consents')).body)).toEqual([])
    await world.stop()
    const connection = new LocalConnection(world.databaseFile, 'write')
    const before = connection.rows('SELECT * FROM consents')
    const names = 'citizen_id, purpose, act, text_version, text_hash, channel, is_guardian, at'
    const others = names.replace(' act,', " 'withdrawn',")
    for (const edit of [
      "UPDATE consents SET act = 'withdrawn'",
      'UPDATE consents SET at = NULL WHERE 1',
      'DELETE FROM consents',
      `INSERT OR REPLACE INTO consents SELECT id, ${others} FROM consents`,
      `INSERT OR REPLACE INTO consents (rowid, id, ${names}) SELECT rowid, 'another', ${others} FROM consents`,
    ])
      expect(() => connection.exec(edit), edit).toThrow(/added, never/)
    expect([before.length, connection.rows('SELECT * FROM consents')]).toEqual([1, before])
    connection.close()
  })
})

describe('the register of purposes', () => {
  /** `table.column` of every table that knows a citizen, or a report of one. */
  function columnsAboutCitizens(tables: Record<string, unknown>) {
    return Object.values(tables)
      .filter((table) => is(table, SQLiteTable))
      .map((table) => ({ name: getTableName(table), columns: Object.keys(getTableColumns(table)).map(toSnake) }))
      .filter(({ name, columns }) => ABOUT.has(name) || columns.some((column) => POINTING.has(column)))
      .flatMap(({ name, columns }) => columns.map((column) => `${name}.${column}`))
  }
  const ABOUT = new Set(['citizens', 'reports', 'chat_messages', 'chat_outgoing'])
  const POINTING = new Set(['citizen_id', 'report_id'])
  const toSnake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

  test('names every column about a citizen, and no column that is not there', () => {
    const registered = Object.values(PURPOSES).flatMap(({ columns }) => columns)
    expect(registered.length).toBeGreaterThan(100)
    expect(columnsAboutCitizens(schema).sort()).toEqual(registered.sort())
  })

  test('the two texts of the form of a report share one number, since it sends one', () => {
    expect(PURPOSES['feedback.handling'].textVersion).toBe(PURPOSES['feedback.publishing'].textVersion)
  })

  test('a column that nobody has registered would be noticed', () => {
    const { citizens } = schema
    expect(columnsAboutCitizens({ citizens })).toContain('citizens.zalo_index')
    expect(columnsAboutCitizens({ units: schema.units })).toEqual([])
  })
})
