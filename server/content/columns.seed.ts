import { z } from '@hono/zod-openapi'
import { type ContentFolder, readYaml } from './content-folder.ts'
import { Column } from './library.schemas.ts'
import type { SeedItem } from './seed-item.ts'

export function readColumns(folder: ContentFolder): SeedItem[] {
  return readYaml(folder, z.array(Column), 'columns.yaml').flatMap(({ value }) =>
    value.map((column, position) => ({
      codes: [],
      search: null,
      references: [],
      kind: 'column' as const,
      slug: column.slug,
      code: null,
      title: column.title,
      sortKey: String(position).padStart(2, '0'),
      section: null,
      file: 'columns.yaml',
      body: column,
      toReply: () => column,
      toSummary: () => column,
    })),
  )
}
