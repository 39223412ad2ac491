import type { PersonalData } from '../privacy/personal-data.ts'
import { deleteRemindersOf, listRemindersOf, listWithReminders } from './reminders.queries.ts'

export const remindersPersonalData: PersonalData = {
  name: 'contestReminders',
  eraseOf: (tx, _ctx, { citizenId }) => deleteRemindersOf(tx, citizenId),
  knows: listWithReminders,
  exportOf: ({ db }, citizenId) => listRemindersOf(db, citizenId),
}
