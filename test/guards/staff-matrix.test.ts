import { describe, expect, test } from 'vitest'
import { auditEntries } from '../../server/audit/audit.table.ts'
import { ROLE_PERMISSIONS, ROLES, type Role } from '../../server/staff/permissions.ts'
import { CANARY, shareOffice } from './shared-office.ts'
import type { Example } from './staff-example.ts'
import { EXAMPLES, TRIED_ELSEWHERE } from './staff-examples.ts'

const { world, office, colleague, stranger, ofRoot, send } = shareOffice()

const isMutating = ({ line }: Example) => !line.startsWith('GET ')
const countAudit = () => world().service.ctx.db.$count(auditEntries)

test('every staff route has an example, so that none is left out of what follows', () => {
  const routes = world()
    .service.policies.filter(({ path }) => path.startsWith('/admin/api/'))
    .map(({ method, path }) => `${method} ${path}`)
  const known = new Set([...EXAMPLES.map(({ line }) => line), ...TRIED_ELSEWHERE])
  expect(routes.filter((line) => !known.has(line))).toEqual([])
})

describe.each(EXAMPLES.map((example, at) => ({ ...example, name: `${at + 1} ${example.line} (${example.needs})` })))(
  '$name',
  (example) => {
    test('in one’s own unit: whoever holds the permission succeeds and leaves an audit row; others get 403, strangers 401', async () => {
      const own = await office()
      const seen: [Role, string][] = []
      let call = await example.call(own)
      expect((await send('', example.line, call)).status).toBe(401)
      for (const role of ROLES) {
        const client = await (example.scope === 'root' ? ofRoot : colleague)(role)
        const before = await countAudit()
        const answer = await send(client.cookie, example.line, call)
        const isAllowed = example.needs === null || ROLE_PERMISSIONS[role].includes(example.needs)
        const rows = (await countAudit()) - before
        const isRight = isAllowed
          ? answer.status < 300 && (!isMutating(example) || rows > 0)
          : answer.status === 403 && rows === 0
        if (!isRight) seen.push([role, `${answer.status} ${answer.text.slice(0, 200)} (${rows} rows)`])
        // What was changed once may not be changed again; what was read or refused is as it was.
        if (isMutating(example) && isAllowed) call = await example.call(own)
      }
      expect(seen).toEqual([])
    })

    /** For what the root unit sets, the office's own people are strangers too. */
    const outsiders = (role: Role) =>
      (example.scope === 'root' ? [stranger, colleague] : [stranger]).map((each) => [role, each] as const)

    test('from another unit: no role reads, changes or counts what is not theirs', async () => {
      if (example.scope === 'own') return
      const call = await example.call(await office())
      const seen: [Role, string][] = []
      for (const [role, somebody] of ROLES.flatMap(outsiders)) {
        const { cookie } = await somebody(role)
        const before = await countAudit()
        const answer = await send(cookie, example.line, call)
        const rows = (await countAudit()) - before
        const isKept = example.scope === 'list' ? !answer.text.includes(CANARY) : answer.status >= 400
        if (!isKept || rows > 0 || answer.status >= 500)
          seen.push([role, `${answer.status} ${answer.text.slice(0, 200)}`])
      }
      expect(seen).toEqual([])
    })
  },
)
