import type { Ctx, System } from '../ctx.ts'
import type { InboxReader, InboxRow } from '../webhook/event-inbox.ts'
import { TURNS_JOB } from './chat.schemas.ts'
import { findNewestSeq, hasDue, insertEvent } from './events.queries.ts'

/** They share one commit, and others’ requests go on between them. */
const AT_ONCE = 200

export type Intake = ReturnType<typeof createIntake>

/**
 * Takes over what the webhook process wrote, in its order, and has it answered. Which was the last is told by the main
 * database itself, so that a crash between the two files repeats a few rows, which change nothing.
 */
export function createIntake(
  ctx: Ctx<System>,
  { openInbox, onTaken, everyMs }: { openInbox: () => InboxReader; onTaken: (seq: number) => void; everyMs: number },
) {
  let inbox: InboxReader | undefined
  let cursor: number | undefined
  let taking: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  async function takeAll() {
    inbox ??= openInbox()
    const before = cursor ?? (await findNewestSeq(ctx.db))
    let seq = before
    for (let rows = inbox.listAfter(seq, AT_ONCE); rows.length > 0; rows = inbox.listAfter(seq, AT_ONCE)) {
      await Promise.all(rows.map((row) => ctx.write((tx) => insertEvent(tx, toEvent(row)))))
      seq = rows.at(-1)?.seq ?? seq
      cursor = seq
    }
    if (seq !== before || cursor === undefined) onTaken(seq)
    cursor = seq
    if (await hasDue(ctx.db, ctx.now().toISOString())) ctx.clock().start(TURNS_JOB)
  }

  /** Everything that is there now; a failure leaves it for the next time. */
  function take(): Promise<void> {
    taking ??= takeAll()
      .catch(() => {})
      .finally(() => {
        taking = undefined
      })
    return taking
  }

  return {
    take,
    begin() {
      timer = setInterval(take, everyMs)
      timer.unref()
      void take()
    },
    async stop() {
      clearInterval(timer)
      await taking
      inbox?.close()
    },
  }
}

/** A row of the inbox as it waits to be answered. */
export function toEvent({ seq, key, source, name, lane, happenedMs, sealed, receivedAt }: InboxRow) {
  // Words are forgotten after a day; only a database that was restored from an older copy asks for them again.
  const isForgotten = sealed === ''
  return {
    ...{
      seq,
      key,
      channel: source,
      name,
      lane,
      happenedMs,
      receivedAt,
      attempts: 0,
      nextAt: receivedAt,
      problem: null,
    },
    ...{ sealed: isForgotten ? null : sealed, state: isForgotten ? ('ignored' as const) : ('waiting' as const) },
  }
}
