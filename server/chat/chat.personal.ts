import type { PersonalData } from '../privacy/personal-data.ts'
import { dropWordsInLane } from './events.queries.ts'
import { listMessagesOf } from './messages.queries.ts'
import { deleteLinkCodesOf, deletePerson, listPeopleOf, listWithChat, openUserId } from './people.queries.ts'

export const chatPersonalData: PersonalData = {
  name: 'chat',
  /** Also of whom they talked as before they joined the chat to their Mini App. */
  async eraseOf(tx, _ctx, { citizenId }) {
    for (const { id, userIndex } of await listPeopleOf(tx, citizenId)) {
      await dropWordsInLane(tx, userIndex)
      await deletePerson(tx, id)
    }
    await deleteLinkCodesOf(tx, citizenId)
  },
  knows: listWithChat,
  async exportOf({ db, sealing }, citizenId) {
    const people = await listPeopleOf(db, citizenId)
    const parts = people.map(async (person) => {
      const messages = await listMessagesOf({ db, sealing }, person.id)
      const { channel, isFollower, refusesNews, lastInteractionAt, createdAt } = person
      return {
        ...{ channel, userId: openUserId({ sealing }, person), isFollower, refusesNews, lastInteractionAt, createdAt },
        messages: messages.map(({ at, speaker, text, attachments }) => ({ at, speaker, text, attachments })),
      }
    })
    return Promise.all(parts)
  },
}
