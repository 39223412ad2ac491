import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { TEMPLATE_USES } from './settings.schemas.ts'

/** What reports are about. The limits are settings of the office: no text of law confirms a number of days. */
export const feedbackCategories = sqliteTable('feedback_categories', {
  id: text().primaryKey(),
  name: text().notNull(),
  help: text().notNull(),
  position: integer().notNull(),
  /** Working days to answer in. */
  limitDays: integer().notNull(),
  /** Calendar days after an answer in which it can be reopened. */
  reopenDays: integer().notNull(),
  /** Months after closing until what identifies the sender is erased. */
  retentionMonths: integer().notNull(),
  isActive: integer({ mode: 'boolean' }).notNull(),
  version: integer().notNull(),
})

/** Who handles what, by days: a change leaves older reports where they are. */
export const feedbackRoutes = sqliteTable(
  'feedback_routes',
  {
    id: text().primaryKey(),
    categoryId: text()
      .notNull()
      .references(() => feedbackCategories.id),
    /** Nothing: whichever unit it is about. */
    concernedUnitId: text(),
    unitId: text().notNull(),
    validFrom: text().notNull(),
    validTo: text(),
  },
  (table) => [index('feedback_routes_category').on(table.categoryId, table.validFrom)],
)

/** When a unit works, from a day on; where it says nothing, the unit above it does, and at last the usual hours. */
export const officeHours = sqliteTable(
  'office_hours',
  {
    unitId: text().notNull(),
    validFrom: text().notNull(),
    /** JSON: `OfficeHours`. */
    hours: text().notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.validFrom] })],
)

/** Texts staff begin from. */
export const replyTemplates = sqliteTable('reply_templates', {
  id: text().primaryKey(),
  use: text({ enum: TEMPLATE_USES }).notNull(),
  /** Nothing: for every category. */
  categoryId: text(),
  unitId: text().notNull(),
  title: text().notNull(),
  text: text().notNull(),
  isActive: integer({ mode: 'boolean' }).notNull(),
  version: integer().notNull(),
})
