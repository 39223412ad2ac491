import type { z } from '@hono/zod-openapi'
import { recordAudit } from '../audit/audit.queries.ts'
import type { Ctx, Staff } from '../ctx.ts'
import { requirePermission } from '../staff/access.rules.ts'
import { ROOT_UNIT_ID } from '../units/units.schemas.ts'
import { vietnamDate } from '../vietnam-time.ts'
import { groupQuestions } from './question-groups.rules.ts'
import * as queries from './question-list.queries.ts'
import { momentsOf, type Period, type QuestionGroups, type Settled, type Settling } from './questions.schemas.ts'

const MOST_WORDINGS = 5_000
const MOST_GROUPS = 200

/** What the bot could not answer, questions alike together and counted; who asked is not kept. */
export async function listQuestionGroups(
  ctx: Ctx<Staff>,
  period: z.output<typeof Period>,
): Promise<z.input<typeof QuestionGroups>> {
  requirePermission(ctx, 'figures.read')
  const lines = await queries.listUnanswered(ctx.db, { ...momentsOf(period), limit: MOST_WORDINGS })
  const groups = groupQuestions(lines)
  return { total: groups.length, items: groups.slice(0, MOST_GROUPS) }
}

/** They have been seen to: an answer was written, or none is needed. Asked again later, they come back. */
export async function settleGroup(
  ctx: Ctx<Staff>,
  { folded }: z.output<typeof Settling>,
): Promise<z.input<typeof Settled>> {
  requirePermission(ctx, 'content.write', ROOT_UNIT_ID)
  const at = ctx.now().toISOString()
  return ctx.write(async (tx) => {
    const settled = await queries.settleQuestions(tx, { folded, at })
    await recordAudit(tx, ctx, {
      action: 'chat.settle',
      subject: { kind: 'chat_question', id: vietnamDate(ctx.now()) },
      unitId: ROOT_UNIT_ID,
      after: { questions: settled },
    })
    return { settled }
  })
}
