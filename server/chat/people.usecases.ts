import { findByZaloIndex, insertCitizen } from '../citizens/citizens.queries.ts'
import type { Ctx } from '../ctx.ts'
import type { Tx } from '../db/database.ts'
import type { ChannelName } from './chat.schemas.ts'
import { findPersonByUser, insertPerson, nameOfUser, type PersonRow, sealUserId } from './people.queries.ts'

/**
 * Whoever this is on the channel; at the first word a new person, who acts as the citizen of the same Zalo app's id, so
 * that the chat and the Mini App are one person without being joined by hand.
 */
export async function meetPerson(
  tx: Tx,
  ctx: Pick<Ctx, 'sealing' | 'newId' | 'now'>,
  met: { channel: ChannelName; userId: string; userIdByApp: string | null; at: string },
): Promise<PersonRow> {
  const known = await findPersonByUser(tx, ctx, met)
  if (known !== undefined) return known
  const id = ctx.newId()
  const citizenId = await findOrMakeCitizen(tx, ctx, met.userIdByApp)
  const person: PersonRow = {
    ...{ id, channel: met.channel, userIndex: ctx.sealing.index('chat_user', nameOfUser(met)) },
    ...{ userSealed: sealUserId(ctx, id, met.userId), citizenId, firstCitizenId: citizenId },
    ...{ isFollower: false, followMs: 0, lastInteractionAt: null, refusesNews: false, mode: 'bot' },
    ...{ dialogueSealed: null, dialogueAt: null, createdAt: met.at, version: 1 },
  }
  await insertPerson(tx, person)
  return person
}

/** Without an id of the app, as with a bot, a citizen like a device: nobody else can come in as them. */
async function findOrMakeCitizen(tx: Tx, ctx: Pick<Ctx, 'sealing' | 'newId' | 'now'>, zaloId: string | null) {
  const known = zaloId === null ? undefined : await findByZaloIndex(tx, ctx.sealing.indexes('zalo_id', zaloId))
  if (known !== undefined) return known.id
  const id = ctx.newId()
  const createdAt = ctx.now().toISOString()
  if (zaloId === null) await insertCitizen(tx, { id, kind: 'device', createdAt })
  else
    await insertCitizen(tx, {
      ...{ id, kind: 'zalo', createdAt, zaloIndex: ctx.sealing.index('zalo_id', zaloId) },
      zaloIdSealed: ctx.sealing.seal({ table: 'citizens', column: 'zalo_id_sealed', rowId: id }, zaloId),
    })
  return id
}
