import { z } from '@hono/zod-openapi'
import { openContentFolder, readYaml } from '../content/content-folder.ts'
import type { Abbreviation } from './read-query.ts'

const AbbreviationFile = z.array(
  z.strictObject({ abbr: z.string().min(1), expands: z.array(z.string().min(1)).min(1), ambiguous: z.boolean() }),
)

/** `content/abbreviations.yaml`: how people shorten words, and what each short form may mean. */
export function readAbbreviations(contentDir: string): Abbreviation[] {
  const folder = openContentFolder(contentDir)
  const read = readYaml(folder, AbbreviationFile, 'abbreviations.yaml')
  folder.throwProblems()
  return read.flatMap(({ value }) => value)
}
