import { campaignSends, campaigns } from '../../server/campaigns/campaigns.table.ts'
import { insertPerson, nameOfUser, sealUserId } from '../../server/chat/people.queries.ts'
import type { Ctx } from '../../server/ctx.ts'

const SEND_ID = 'the-sending'

/** The number of the nth follower at Zalo. */
export const userIdOf = (at: number) => `7000000000000${String(at).padStart(6, '0')}`

/** Followers who have just spoken with the account, and a message to them that two people have agreed on; made once. */
export async function approveSendFor(ctx: Ctx, people: number): Promise<string> {
  if ((await ctx.db.$count(campaigns)) > 0) return SEND_ID
  const at = ctx.now().toISOString()
  const texts = {
    slug: 'thang-cai-cach',
    name: 'Tháng cải cách',
    goals: 'Mọi người biết.',
    audiences: '[]',
    unitIds: '[]',
  }
  const body = { title: 'Ngày hội một cửa', summary: '', text: 'Sáng thứ Bảy, tại trung tâm xã.', coverUrl: null }
  await ctx.write(async (tx) => {
    for (let number = 0; number < people; number += 1) {
      const id = ctx.newId()
      const userId = userIdOf(number)
      const citizenId = ctx.newId()
      await insertPerson(tx, {
        ...{ id, channel: 'oa', userIndex: ctx.sealing.index('chat_user', nameOfUser({ channel: 'oa', userId })) },
        ...{ userSealed: sealUserId(ctx, id, userId), citizenId, firstCitizenId: citizenId, isFollower: true },
        ...{ followMs: ctx.now().getTime(), lastInteractionAt: at, refusesNews: false, mode: 'bot' },
        ...{ dialogueSealed: null, dialogueAt: null, createdAt: at, version: 1 },
      })
    }
    await tx.insert(campaigns).values({
      ...{
        id: 'the-campaign',
        ...texts,
        startsOn: '2026-11-01',
        endsOn: '2026-11-30',
        sources: '[]',
        authors: '["a"]',
      },
      ...{ unitId: 'so-gddt', state: 'approved', approvedBy: 'b', createdAt: at, updatedAt: at, version: 1 },
    })
    await tx.insert(campaignSends).values({
      ...{
        id: SEND_ID,
        campaignId: 'the-campaign',
        pieceId: null,
        kind: 'message',
        state: 'approved',
        authors: '["a"]',
      },
      segment: JSON.stringify({ unitIds: [], interests: [], window: 'open' }),
      body: JSON.stringify(body),
      ...{ previewCode: '123456', previewedAt: at, approvedBy: 'b', notBefore: at, createdAt: at, version: 1 },
    })
  })
  return SEND_ID
}
