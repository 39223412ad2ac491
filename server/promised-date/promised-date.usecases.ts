import type { z } from '@hono/zod-openapi'
import * as content from '../content/content.queries.ts'
import type { CalendarFile } from '../content/content.schemas.ts'
import { nearest } from '../content/nearest.rules.ts'
import type { Ctx } from '../ctx.ts'
import { AppError } from '../errors.ts'
import * as procedures from '../procedures/procedures.queries.ts'
import type { Procedure } from '../procedures/procedures.schemas.ts'
import { joinCalendars, type WorkingCalendar } from '../working-time/working-calendar.rules.ts'
import { isInForce, promisedDate } from './promised-date.rules.ts'
import type { PromisedDateQuery, PromisedDates } from './promised-date.schemas.ts'

type Asked = z.output<typeof PromisedDateQuery>
type Answer = z.infer<typeof PromisedDates>
type Time = Procedure['channels'][number]['times'][number]

/** When a dossier received at a given time is due, for each time limit the procedure has on that channel. */
export async function promiseDates(ctx: Ctx, { procedure: asked, channel, receivedAt }: Asked): Promise<Answer> {
  const [procedure, years] = await Promise.all([
    findProcedure(ctx, asked),
    content.listReplies(ctx.db, 'calendar').then((replies) => replies.map(toCalendarFile)),
  ])
  const calendar = joinCalendars(years)
  const times = procedure.channels.find((each) => each.channel === channel)?.times ?? []
  return {
    procedure: { code: procedure.code, slug: procedure.slug, plainName: procedure.plainName },
    channel,
    receivedAt,
    dates: times
      .filter((time) => isInForce(time, receivedAt))
      .map((time) => toDate(procedure, time, { calendar, receivedAt })),
    calendar: {
      knownFrom: calendar?.knownFrom ?? null,
      knownUntil: calendar?.knownUntil ?? null,
      sources: years.flatMap((year) => year.sources),
      unverified: years.flatMap((year) => year.unverified),
    },
  }
}

function toDate(
  procedure: Procedure,
  time: Time,
  { calendar, receivedAt }: { calendar: WorkingCalendar | undefined; receivedAt: string },
): Answer['dates'][number] {
  const promised = promisedDate(calendar, receivedAt, time)
  const due = promised.outcome === 'due' ? promised : undefined
  return {
    text: time.text,
    appliesWhen: time.appliesWhen && { ...time.appliesWhen, text: questionText(procedure, time.appliesWhen.question) },
    amount: time.amount,
    unit: time.unit,
    cutOff: time.cutOff,
    countedFromEvent: time.countedFrom,
    outcome: promised.outcome,
    reason: promised.outcome === 'not_computable' ? promised.reason : null,
    countedFrom: due?.countedFrom ?? null,
    dueOn: due?.dueOn ?? null,
    skipped: due?.skipped ?? [],
    movedToWorkingDay: due?.movedToWorkingDay ?? false,
  }
}

function questionText(procedure: Procedure, key: string) {
  return procedure.questions.find((question) => question.key === key)?.text ?? key
}

async function findProcedure(ctx: Ctx, codeOrSlug: string): Promise<Procedure> {
  const bySlug = await content.findReply(ctx.db, 'procedure', codeOrSlug)
  const reply = bySlug ?? (await procedures.findByCode(ctx.db, codeOrSlug))[0]?.reply
  if (reply !== undefined) return JSON.parse(String(reply))
  const near = nearest(codeOrSlug, await content.listNear(ctx.db, 'procedure', codeOrSlug))
  throw new AppError('procedure.not_found', { nearest: near })
}

/** Published replies were parsed against their schema when they were made. */
function toCalendarFile(reply: string): CalendarFile {
  return JSON.parse(reply)
}
