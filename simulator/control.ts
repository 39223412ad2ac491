import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { Fault } from './faults.ts'
import { NewPerson, type State } from './state.ts'

const Wish = z.strictObject({ appId: z.string().optional(), lastsMs: z.int().min(0).optional() })
const Clock = z.union([z.strictObject({ at: z.iso.datetime() }), z.strictObject({ advanceMs: z.int() })])
const Abroad = z.strictObject({ abroad: z.boolean() })

/** What only Zalo, or fate, decides elsewhere: people, what their phones hold, failures and the time. */
export function controlDoors(app: Hono, state: State) {
  app.get('/__sim', (context) => {
    const doors = app.routes
      .filter(({ path }) => path.startsWith('/__sim'))
      .map(({ method, path }) => `${method} ${path}`)
    return context.json({ people: state.listPeople(), now: new Date(state.time()), doors })
  })
  app.post('/__sim/people', (context) =>
    withBody(context, NewPerson, (person) => {
      state.addPerson(person)
      return person
    }),
  )
  app.post('/__sim/people/:id/token', (context) =>
    withBody(context, Wish, (wish) => ({ token: state.mintToken(context.req.param('id'), wish) })),
  )
  app.post('/__sim/people/:id/code', (context) =>
    withBody(context, Wish, (wish) => ({ code: state.mintCode(context.req.param('id'), wish) })),
  )
  app.post('/__sim/faults', (context) => withBody(context, Fault, (fault) => state.setFault(fault)))
  app.delete('/__sim/faults', (context) => {
    state.clearFaults()
    return context.json({})
  })
  app.post('/__sim/place', (context) => withBody(context, Abroad, ({ abroad }) => state.setAbroad(abroad)))
  app.post('/__sim/clock', (context) =>
    withBody(context, Clock, (wish) => {
      if ('at' in wish) state.setClock(new Date(wish.at))
      else state.advanceClock(wish.advanceMs)
      return { now: new Date(state.time()) }
    }),
  )
}

/** JSON alone, which another site's page cannot send here without being asked first. */
export async function withBody<B extends z.ZodType>(context: Context, schema: B, act: (body: z.output<B>) => unknown) {
  if (!context.req.header('content-type')?.startsWith('application/json'))
    return context.json({ problem: 'send application/json' }, 415)
  const body = schema.safeParse(await context.req.json().catch(() => undefined))
  if (!body.success) return context.json({ problem: z.prettifyError(body.error) }, 400)
  return context.json((act(body.data) ?? {}) as object)
}
