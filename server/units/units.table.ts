import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { AUDIENCES, UNIT_KINDS } from './units.schemas.ts'

/** A unit keeps its id through every name, place and kind; it is never deleted, it ends. */
export const units = sqliteTable('units', {
  id: text().primaryKey(),
  isSample: integer({ mode: 'boolean' }).notNull(),
  createdAt: text().notNull(),
  /** Grows with every change: what `If-Match` is compared with. */
  version: integer().notNull(),
})

const unitId = () =>
  text()
    .notNull()
    .references(() => units.id)

/** What a unit was called and where it stood, by days of Vietnam. A unit's periods follow each other without a gap. */
export const unitPeriods = sqliteTable(
  'unit_periods',
  {
    unitId: unitId(),
    validFrom: text().notNull(),
    /** The last day; nothing while no end is known. */
    validTo: text(),
    name: text().notNull(),
    folded: text().notNull(),
    kind: text({ enum: UNIT_KINDS }).notNull(),
    /** Nothing for the Sở alone. */
    parentId: text().references(() => units.id),
  },
  (table) => [
    primaryKey({ columns: [table.unitId, table.validFrom] }),
    index('unit_periods_parent').on(table.parentId, table.validFrom),
  ],
)

export const unitSuccessors = sqliteTable(
  'unit_successors',
  {
    unitId: unitId(),
    successorId: unitId(),
    /** The first day of the successor in its place. */
    validFrom: text().notNull(),
    note: text(),
  },
  (table) => [
    primaryKey({ columns: [table.unitId, table.successorId] }),
    index('unit_successors_successor').on(table.successorId),
  ],
)

/** A number holds from its day until a later one is told. */
export const unitHeadcounts = sqliteTable(
  'unit_headcounts',
  {
    unitId: unitId(),
    audience: text({ enum: AUDIENCES }).notNull(),
    asOf: text().notNull(),
    count: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.unitId, table.audience, table.asOf] })],
)
