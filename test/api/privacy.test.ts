import { describe, expect, test } from 'vitest'
import { LocalConnection } from '../../server/db/local-connection.ts'
import { createWorld } from '../world/world.ts'

const CANARY = {
  phone: '0912345678',
  idNumber: '072088001234',
  name: 'Trần Thị Canh Chừng',
  email: 'canhchung@example.com',
}

describe('what a person types stays with the person', () => {
  test('a name, a phone, an identity number or an address in a question reaches no log, no metric and no error', async () => {
    const world = await createWorld()
    const q = encodeURIComponent(`${CANARY.name} ${CANARY.phone} ${CANARY.idNumber} ${CANARY.email}`)
    const bodies = []
    for (const path of [
      `/api/search?q=${q}`,
      `/api/search?q=${q}&limit=bad`,
      `/api/procedures/${q}`,
      `/${q}`,
      `/api/articles/${q}?${q}=1`,
      `/thu-tuc/${q}`,
    ]) {
      const response = await world.get(path)
      if (!path.startsWith('/api/search')) bodies.push(await response.text())
    }
    const metrics = await (await world.get('/metrics')).text()
    expect(world.logLines.length).toBeGreaterThan(4)
    const told = `${world.logLines.join('')}${metrics}${bodies.filter((body) => body.startsWith('{')).join('')}`
    for (const secret of [...Object.values(CANARY), encodeURIComponent(CANARY.name)]) expect(told).not.toContain(secret)
  })

  test('a question nobody could answer is counted for the staff, folded and without numbers or addresses', async () => {
    const world = await createWorld()
    for (const q of ['Quỷnh xyzqwv', 'quynh XYZQWV', `qwrtz ${CANARY.phone}`, `qwrtz ${CANARY.email}`])
      await world.get(`/api/search?q=${encodeURIComponent(q)}`)
    await world.stop()
    const connection = new LocalConnection(world.databaseFile, 'read')
    const rows = connection.rows('SELECT day, query, count FROM search_misses ORDER BY query')
    connection.close()
    expect(rows).toEqual([
      ['2026-11-23', 'quynh xyzqwv', 2],
      ['2026-11-23', 'qwrtz …', 2],
    ])
  })

  test('letters typed one by one on the way to a question count once', async () => {
    const world = await createWorld()
    for (const q of ['qwrt', 'qwrtz', 'qwrtz pl', 'qwrtz plmn'])
      await world.get(`/api/search?q=${encodeURIComponent(q)}`)
    await world.stop()
    const connection = new LocalConnection(world.databaseFile, 'read')
    const rows = connection.rows('SELECT query, count FROM search_misses')
    connection.close()
    expect(rows).toEqual([['qwrtz plmn', 1]])
  })
})
