import type { ContentKind } from './content.table.ts'
import { type ContentFolder, readMarkdown, readYaml } from './content-folder.ts'
import type { Kind, Path, Publication } from './kind.ts'

/** A content file after parsing: what it says, and what it becomes. */
export type SeedItem = Publication & {
  kind: ContentKind
  file: string
  /** What is stored as the edition's body. */
  value: unknown
  lineOf: (path: Path) => number
}

type Read = { file: string; value: unknown; lineOf: (path: Path) => number }

/** One file of a kind: YAML, or Markdown whose text is the field `body`. */
export function readItems(folder: ContentFolder, kind: Kind, file: string): SeedItem[] {
  const reads = file.endsWith('.md') ? readMarkdown(folder, kind.written, file) : readYaml(folder, kind.written, file)
  return reads.flatMap((read) => toSeedItem(folder, kind, { ...read, file }))
}

/** Tells the folder what is wrong within the thing; only a sound one becomes an item. */
export function toSeedItem(folder: ContentFolder, kind: Kind, { file, value, lineOf }: Read): SeedItem[] {
  const problems = kind.check(value)
  for (const { path, message } of problems) folder.problem(file, lineOf(path), message)
  if (problems.length > 0) return []
  return [{ ...kind.publish(value), kind: kind.kind, file, value, lineOf }]
}
