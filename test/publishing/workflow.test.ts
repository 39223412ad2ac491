import { describe, expect, test } from 'vitest'
import { EDITION_STATES, type EditionState } from '../../server/content/editions.schemas.ts'
import { STEPS, type Step } from '../../server/publishing/publishing.schemas.ts'
import type { StaffClient } from '../world/staff.ts'
import { shareWorld } from '../world/world.ts'
import { createArticle, type EditionReply, expectOk, readEdition, save, take, wholeArticle } from './writing.ts'

/** Where each step leads from each state, written down here apart from the service's own table. */
const LEADS: Partial<Record<EditionState, Partial<Record<Step, EditionState>>>> = {
  draft: { submit: 'submitted', discard: 'discarded', publish_urgently: 'published' },
  submitted: { take_back: 'draft', return: 'returned', approve: 'approved', publish_urgently: 'published' },
  returned: { submit: 'submitted', discard: 'discarded', publish_urgently: 'published' },
  approved: {
    return: 'returned',
    schedule: 'scheduled',
    publish: 'published',
    publish_urgently: 'published',
  },
  scheduled: { unschedule: 'approved', publish: 'published' },
  published: { withdraw: 'withdrawn', unpublish: 'unpublished' },
  withdrawn: { restore: 'published', unpublish: 'unpublished' },
}

/** The shortest way from a new draft to each state; each step by its proper person. */
const WAYS: Record<EditionState, [who: 'author' | 'boss', step: Step][]> = {
  draft: [],
  submitted: [['author', 'submit']],
  returned: [
    ['author', 'submit'],
    ['boss', 'return'],
  ],
  approved: [
    ['author', 'submit'],
    ['boss', 'approve'],
  ],
  scheduled: [
    ['author', 'submit'],
    ['boss', 'approve'],
    ['boss', 'schedule'],
  ],
  published: [
    ['author', 'submit'],
    ['boss', 'approve'],
    ['boss', 'publish'],
  ],
  superseded: [],
  withdrawn: [
    ['author', 'submit'],
    ['boss', 'approve'],
    ['boss', 'publish'],
    ['boss', 'withdraw'],
  ],
  unpublished: [
    ['author', 'submit'],
    ['boss', 'approve'],
    ['boss', 'publish'],
    ['boss', 'unpublish'],
  ],
  discarded: [['author', 'discard']],
}

const SAID = { remark: 'Vì một lý do.', at: '2026-12-01T08:00:00+07:00' }
const world = shareWorld()
let people: { author: StaffClient; boss: StaffClient } | undefined

async function meet() {
  people ??= {
    author: await world().signIn({ role: 'editor' }),
    boss: await world().signIn({ role: 'admin' }),
  }
  return people
}

async function bringTo(state: EditionState): Promise<EditionReply> {
  const { author, boss } = await meet()
  const { edition } = await createArticle(author)
  let now = expectOk(await save(author, edition, { ...edition.body, ...wholeArticle() }))
  if (state === 'superseded') return supersede(now)
  for (const [who, step] of WAYS[state]) now = expectOk(await take(who === 'author' ? author : boss, now, step, SAID))
  return now
}

async function supersede(first: EditionReply) {
  const { author, boss } = await meet()
  let now = first
  for (const [who, step] of WAYS.published)
    now = expectOk(await take(who === 'author' ? author : boss, now, step, SAID))
  let next = expectOk(await author.post<EditionReply>(`/admin/api/entries/${first.entryId}/editions`, {}))
  for (const [who, step] of WAYS.published)
    next = expectOk(await take(who === 'author' ? author : boss, next, step, SAID))
  return readEdition(author, first.id)
}

describe.each(EDITION_STATES)('from %s', (state) => {
  test('each step leads where the table says; every other is refused with 409 and changes nothing', async () => {
    const { boss } = await meet()
    let edition = await bringTo(state)
    expect(edition.state).toBe(state)
    for (const step of STEPS) {
      const leads = LEADS[state]?.[step]
      const answer = await take(boss, edition, step, SAID)
      if (leads === undefined) {
        expect([step, answer.status, (answer.body as { code?: string }).code]).toEqual([
          step,
          409,
          'edition.wrong_state',
        ])
        expect((await readEdition(boss, edition.id)).version).toBe(edition.version)
        continue
      }
      expect([step, answer.status, answer.body.state]).toEqual([step, 200, leads])
      edition = await bringTo(state)
    }
  })

  test('the text can be changed in a draft and in what was returned, and nowhere else', async () => {
    const { author } = await meet()
    const edition = await bringTo(state)
    const answer = await save(author, edition, edition.body)
    expect(answer.status).toBe(state === 'draft' || state === 'returned' ? 200 : 409)
  })
})

test('all pairs of a state and a step were tried', () => {
  const pairs = EDITION_STATES.length * STEPS.length
  const leading = Object.values(LEADS).flatMap((steps) => Object.keys(steps ?? {})).length
  expect([pairs, leading]).toEqual([130, 20])
})
