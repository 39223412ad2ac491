import { CalendarFile } from './content.schemas.ts'
import { type ContentFolder, readYaml } from './content-folder.ts'
import type { SeedItem } from './seed-item.ts'

export function readCalendars(folder: ContentFolder): SeedItem[] {
  return folder.list('calendar', '.yaml').flatMap((file) =>
    readYaml(folder, CalendarFile, file).map(({ value }) => ({
      codes: [],
      search: null,
      references: [],
      kind: 'calendar' as const,
      slug: String(value.year),
      code: null,
      title: `Lịch làm việc năm ${value.year}`,
      sortKey: String(value.year),
      section: null,
      file,
      body: value,
      toReply: () => value,
      toSummary: () => value,
    })),
  )
}
