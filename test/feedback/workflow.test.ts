import { describe, expect, test } from 'vitest'
import { REPORT_STATES, type ReportState } from '../../server/feedback/feedback.schemas.ts'
import { STAFF_STEPS, type StaffStep } from '../../server/feedback/steps.schemas.ts'
import type { StaffClient } from '../world/staff.ts'
import { shareWorld } from '../world/world.ts'
import { type CaseReply, findCase, ok, type Phone, send, take } from './reporting.ts'

/** Where each step leads from each state, written down here apart from the service's own table. */
const LEADS: Partial<Record<ReportState, Partial<Record<StaffStep, ReportState>>>> = {
  received: { triage: 'triaged', return: 'returned', assign: 'assigned' },
  triaged: { return: 'returned', assign: 'assigned' },
  assigned: { return: 'returned', assign: 'assigned', begin: 'in_progress' },
  in_progress: {
    return: 'returned',
    assign: 'assigned',
    ask: 'waiting_for_citizen',
    draft: 'answer_drafted',
  },
  waiting_for_citizen: { go_on: 'in_progress' },
  answer_drafted: { draft: 'answer_drafted', submit: 'awaiting_approval' },
  awaiting_approval: { return_answer: 'answer_drafted', approve: 'answer_approved' },
  answer_approved: { return_answer: 'answer_drafted', send: 'answered' },
  answered: { close: 'closed' },
  reopened: { return: 'returned', assign: 'assigned', begin: 'in_progress' },
}

type Way = ('citizen reopens' | 'merge' | StaffStep)[]
const TO_ANSWERED: Way = ['assign', 'begin', 'draft', 'submit', 'approve', 'send']
/** A way from a new report to each state. */
const WAYS: Record<ReportState, Way> = {
  received: [],
  triaged: ['triage'],
  assigned: ['assign'],
  in_progress: TO_ANSWERED.slice(0, 2),
  waiting_for_citizen: ['assign', 'begin', 'ask'],
  answer_drafted: TO_ANSWERED.slice(0, 3),
  awaiting_approval: TO_ANSWERED.slice(0, 4),
  answer_approved: TO_ANSWERED.slice(0, 5),
  answered: TO_ANSWERED,
  closed: [...TO_ANSWERED, 'close'],
  reopened: [...TO_ANSWERED, 'citizen reopens'],
  returned: ['return'],
  merged: ['merge'],
}

const SAID = { text: 'Nói rõ vì sao.', reason: 'out_of_scope' }
const world = shareWorld()
let people: { author: StaffClient; boss: StaffClient } | undefined

async function meet() {
  people ??= { author: await world().signIn({ role: 'admin' }), boss: await world().signIn({ role: 'admin' }) }
  return people
}

/** Each report by a new sender: nobody sends more than five in ten minutes. */
async function newReport() {
  const phone = world().openPhone()
  await phone.signIn()
  return { phone, code: (await send(phone)).code }
}

async function bringTo(state: ReportState): Promise<CaseReply> {
  const { author, boss } = await meet()
  const { phone, code } = await newReport()
  for (const step of WAYS[state]) await go({ author, boss, phone, code }, step)
  return findCase(boss, code)
}

type Going = { author: StaffClient; boss: StaffClient; phone: Phone; code: string }

async function go({ author, boss, phone, code }: Going, step: Way[number]) {
  if (step === 'citizen reopens')
    return ok(await phone.post(`/api/me/feedback/${code}/reopenings`, { text: 'Vẫn chưa xong.' }))
  const now = await findCase(author, code)
  if (step !== 'merge') return ok(await take(step === 'draft' ? author : boss, now, step, SAID))
  const { code: intoCode } = await newReport()
  const match = { 'if-match': `"${now.version}"` }
  return ok(await boss.post(`/admin/api/reports/${now.id}/merge`, { intoCode }, match))
}

describe.each(REPORT_STATES)('a report that is %s', (state) => {
  test('goes where the table says with each step; every other is refused with 409 and changes nothing', async () => {
    const { boss } = await meet()
    let report = await bringTo(state)
    expect(report.state).toBe(state)
    const offered = report.steps
    expect([...offered].sort()).toEqual(Object.keys(LEADS[state] ?? {}).sort())
    for (const step of STAFF_STEPS) {
      const leads = LEADS[state]?.[step]
      const answer = await take(boss, report, step, SAID)
      if (leads === undefined) {
        const { code } = answer.body as unknown as { code?: string }
        expect([step, answer.status, code]).toEqual([step, 409, 'report.wrong_state'])
        expect((await findCase(boss, report.code)).version).toBe(report.version)
        continue
      }
      expect([step, answer.status, answer.body.state]).toEqual([step, 200, leads])
      report = await bringTo(state)
    }
  })
})

test('all pairs of a state and a step were tried', () => {
  const leading = Object.values(LEADS).flatMap((steps) => Object.keys(steps ?? {})).length
  expect([REPORT_STATES.length * STAFF_STEPS.length, leading]).toEqual([156, 23])
})
