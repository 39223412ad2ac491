import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ACTION_WORDS, actionText, SUBJECT_WORDS } from '../../admin/features/audit/words.ts'
import type { SendState } from '../../server/campaigns/campaigns.schemas.ts'
import { CAMPAIGN_STEPS } from '../../server/campaigns/planning.schemas.ts'
import { SEND_STEPS } from '../../server/campaigns/sends.schemas.ts'
import { CONTEST_STEPS } from '../../server/contests/builder.schemas.ts'
import type { EventKind } from '../../server/feedback/feedback.schemas.ts'
import { STAFF_STEPS } from '../../server/feedback/steps.schemas.ts'
import { PROBLEM_STATUS } from '../../server/http/problems.ts'
import { CONSENT_PURPOSES } from '../../server/privacy/consents.schemas.ts'
import { STEPS } from '../../server/publishing/publishing.schemas.ts'
import { PERMISSIONS } from '../../server/staff/permissions.schemas.ts'

const SERVER = join(import.meta.dirname, '../../server')
/** What writes the log: `recordAudit` itself, or a function of ours that calls it. */
const WRITES = /\b(?:recordAudit|changeUnits)\(/
const NAMED_ALIKE = [...PERMISSIONS, ...CONSENT_PURPOSES]
/** What senders do and what becomes public is written down by the name of its event in the report's history. */
const TOLD_BY_EVENT = ['supplied', 'rated', 'reopened', 'made_public', 'hidden'] satisfies EventKind[]
/** Where the clock moves a sending of a campaign to. */
const MOVED_BY_CLOCK = ['approved', 'sending', 'sent', 'stopped', 'failed', 'unknown'] satisfies SendState[]
const sources = readdirSync(SERVER, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(SERVER, file), 'utf8'))
  .filter((source) => WRITES.test(source))

test('everything the service writes in its log has words, and nothing else has', () => {
  const written = new Set([
    ...sources.flatMap(actionsIn),
    ...STEPS.map((step) => `edition.${step}`),
    ...CAMPAIGN_STEPS.map((step) => `campaign.${step}`),
    ...SEND_STEPS.map((step) => `sending.${step}`),
    ...MOVED_BY_CLOCK.map((state) => `sending.is_${state}`),
    ...CONTEST_STEPS.map((step) => `contest.${step}`),
    ...[...STAFF_STEPS, ...TOLD_BY_EVENT].map((step) => `report.${step}`),
  ])
  expect(written.size).toBeGreaterThan(30)
  expect(Object.keys(ACTION_WORDS).sort()).toEqual([...written].sort())
  expect([...written].filter((action) => actionText(action) === action)).toEqual([])
})

test('so has every kind of thing that was changed', () => {
  const kinds = new Set(sources.flatMap((source) => find(source, /subject:\s*\{\s*kind: '(\w+)'/g)))
  expect(Object.keys(SUBJECT_WORDS).sort()).toEqual([...kinds].sort())
})

/** An action is written as `thing.verb`; codes of problems, permissions and purposes are written alike. */
function actionsIn(source: string) {
  const named = find(source, /'([a-z]+\.[a-z_]+)'/g)
  const isOther = (name: string) => name in PROBLEM_STATUS || NAMED_ALIKE.some((each) => each === name)
  return named.filter((name) => !isOther(name))
}

function find(source: string, pattern: RegExp) {
  return [...source.matchAll(pattern)].map(([, name = '']) => name)
}
