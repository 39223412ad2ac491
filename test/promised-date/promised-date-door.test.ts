import type { z } from '@hono/zod-openapi'
import { describe, expect, test } from 'vitest'
import type { PromisedDates } from '../../server/promised-date/promised-date.schemas.ts'
import { createWorld } from '../world/world.ts'

type Reply = z.infer<typeof PromisedDates>

const address = (query: Record<string, string>) => `/api/promised-date?${new URLSearchParams(query)}`
const asked = { procedure: '3.000465', channel: 'online', receivedAt: '2026-02-13T15:00:00+07:00' }
const transfer = { procedure: '2.002854', channel: 'online', receivedAt: '2026-02-12T10:00:00+07:00' }

describe('asking when a dossier is due', () => {
  test('a parent changing schools before Tết gets one date within the province and another beyond it', async () => {
    const world = await createWorld()
    const { procedure, dates } = await world.getJson<Reply>(address(transfer))
    expect(procedure).toMatchObject({ code: '2.002854' })
    expect(dates.map(({ appliesWhen, amount, dueOn }) => [appliesWhen?.answer, amount, dueOn])).toEqual([
      ['no', 5, '2026-02-26'],
      ['yes', 8, '2026-03-03'],
    ])
    expect(dates[0]?.appliesWhen?.text).toMatch(/\?$/)
  })

  test('a copy of a diploma asked for at 15:00 is due today, a minute later after Tết', async () => {
    const world = await createWorld()
    const dueOn = async (receivedAt: string) => {
      const { dates } = await world.getJson<Reply>(address({ ...asked, receivedAt }))
      return dates[0]?.dueOn
    }
    expect([await dueOn('2026-02-13T15:00:00+07:00'), await dueOn('2026-02-13T15:01:00+07:00')]).toEqual([
      '2026-02-13',
      '2026-02-23',
    ])
  })

  test('a code that has been replaced, or the slug, answers for the procedure in force', async () => {
    const world = await createWorld()
    const current = await world.getJson<Reply>(address(asked))
    expect(await world.getJson(address({ ...asked, procedure: '1.005092' }))).toEqual(current)
    expect(await world.getJson(address({ ...asked, procedure: current.procedure.slug }))).toEqual(current)
  })

  test('a limit counted from an event keeps its words and gets no date', async () => {
    const world = await createWorld()
    const { dates } = await world.getJson<Reply>(address({ ...asked, procedure: '1.005095', channel: 'in_person' }))
    expect(dates.map(({ outcome, reason, dueOn }) => ({ outcome, reason, dueOn }))).toEqual([
      { outcome: 'not_computable', reason: 'counted_from_event', dueOn: null },
    ])
    expect(dates[0]?.countedFromEvent).toEqual(expect.any(String))
  })

  test('beyond the announced calendar it says until when the calendar is known, and from whom', async () => {
    const world = await createWorld()
    const { dates, calendar } = await world.getJson<Reply>(
      address({ ...transfer, receivedAt: '2026-12-31T10:00:00+07:00' }),
    )
    expect(dates.map(({ outcome, dueOn }) => ({ outcome, dueOn }))).toEqual([
      { outcome: 'calendar_unknown', dueOn: null },
      { outcome: 'calendar_unknown', dueOn: null },
    ])
    expect(calendar).toMatchObject({ knownFrom: '2026-01-01', knownUntil: '2027-01-03' })
    expect(calendar.sources.length).toBeGreaterThan(0)
  })

  test('an offset whose plus sign was not encoded, or a time without seconds, is understood', async () => {
    const world = await createWorld()
    const { dates } = await world.getJson<Reply>(address(asked))
    const bare = '/api/promised-date?procedure=3.000465&channel=online&receivedAt=2026-02-13T15:00+07:00'
    expect((await world.getJson<Reply>(bare)).dates).toEqual(dates)
  })

  test.each([
    [{ ...asked, receivedAt: '2026-02-13' }, 400, 'request.invalid'],
    [{ ...asked, receivedAt: '2026-02-13T15:00:00' }, 400, 'request.invalid'],
    [{ ...asked, receivedAt: '2026-02-30T15:00:00Z' }, 400, 'request.invalid'],
    [{ ...asked, channel: 'fax' }, 400, 'request.invalid'],
    [{ ...asked, holiday: 'no' }, 400, 'request.unknown_parameter'],
    [{ ...asked, procedure: '9.999999' }, 404, 'procedure.not_found'],
  ])('%j is refused with a code the app has words for', async (query, status, code) => {
    const world = await createWorld()
    const response = await world.get(address(query))
    expect([response.status, await response.json()]).toEqual([status, expect.objectContaining({ code })])
  })
})
