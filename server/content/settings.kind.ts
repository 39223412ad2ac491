import { CalendarFile, COLUMNS } from './content.schemas.ts'
import { defineKind } from './kind.ts'
import { Column } from './library.schemas.ts'

const alone = { code: null, section: null, references: [], documentNumbers: [], codes: [], search: null }

/** The handbook's columns, in the order of their file. */
export const columnKind = defineKind({
  kind: 'column',
  written: Column,
  reply: Column,
  summary: Column,
  check: () => [],
  publish: (column) => ({
    ...alone,
    slug: column.slug,
    title: column.title,
    sortKey: String(COLUMNS.indexOf(column.slug)).padStart(2, '0'),
    toReply: () => column,
    toSummary: () => column,
  }),
})

/** A year's days off and swap days. */
export const calendarKind = defineKind({
  kind: 'calendar',
  written: CalendarFile,
  reply: CalendarFile,
  summary: CalendarFile,
  check: () => [],
  publish: (calendar) => ({
    ...alone,
    slug: String(calendar.year),
    title: `Lịch làm việc năm ${calendar.year}`,
    sortKey: String(calendar.year),
    toReply: () => calendar,
    toSummary: () => calendar,
  }),
})
