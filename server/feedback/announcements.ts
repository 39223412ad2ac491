import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import { enqueueMessage } from '../outbox/outbox.queries.ts'
import type { MessageTemplate } from '../outbox/outbox.schemas.ts'
import { listListeners } from './listeners.queries.ts'
import type { ReportRow } from './reports.queries.ts'

/** Tells the sender what has become of a report: once for each of its versions. */
export async function tellSender(
  tx: Tx,
  ctx: Pick<Ctx, 'now' | 'newId'>,
  { id, code, citizenId, version }: Pick<ReportRow, 'id' | 'code' | 'citizenId' | 'version'>,
  template: MessageTemplate,
) {
  if (citizenId === null) return
  await enqueueMessage(tx, ctx, { dedupeKey: `${template} ${id} ${version}`, citizenId, template, params: { code } })
}

/** Tells the sender, those whose reports were merged into it, and those who follow it: each once a round. */
export async function tellAllOfAnswer(tx: Tx, ctx: Pick<Ctx, 'now' | 'newId'>, { id, rounds }: ReportRow) {
  for (const { citizenId, code, isFollower } of await listListeners(tx, id)) {
    const template = isFollower ? 'followed_report_answered' : 'report_answered'
    await enqueueMessage(tx, ctx, {
      dedupeKey: `answered ${id} ${rounds} ${code} ${citizenId} ${template}`,
      citizenId,
      template,
      params: { code },
    })
  }
}
