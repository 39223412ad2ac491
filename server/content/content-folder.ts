import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from '@hono/zod-openapi'
import { type ContentProblem, ContentProblems, parseContent, splitFrontMatter } from './content-file.ts'

/** The content folder while it is being read: it collects every problem before it refuses. */
export type ContentFolder = {
  list: (folder: string, ending: string) => string[]
  text: (file: string) => string
  problem: (file: string, line: number, message: string) => void
  throwProblems: () => void
}

export function openContentFolder(root: string): ContentFolder {
  const problems: ContentProblem[] = []
  return {
    list: (folder, ending) =>
      readFolder(join(root, folder))
        .filter((name) => name.endsWith(ending))
        .sort()
        .map((name) => `${folder}/${name}`),
    text: (file) => readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n'),
    problem: (file, line, message) => problems.push({ file: `content/${file}`, line, message }),
    throwProblems: () => {
      if (problems.length > 0) throw new ContentProblems(problems)
    },
  }
}

type Read<T> = { value: T; lineOf: (path: readonly PropertyKey[]) => number }

/** One file's value, or nothing when it has problems (which the folder then knows). */
export function readYaml<S extends z.ZodType>(folder: ContentFolder, schema: S, file: string): Read<z.output<S>>[] {
  return keep(folder, parseContent(schema, folder.text(file), file), file)
}

/** A Markdown file with front matter: its fields, and the text under them as the field `body`. */
export function readMarkdown<S extends z.ZodType>(folder: ContentFolder, schema: S, file: string): Read<z.output<S>>[] {
  const parts = splitFrontMatter(folder.text(file))
  if (!parts) {
    folder.problem(file, 1, 'front matter between two lines of --- is missing')
    return []
  }
  const bodyLine = parts.frontMatter.split('\n').length + 3
  const parsed = parseContent(schema, parts.frontMatter, file, { firstLine: 2, with: { body: parts.body } })
  const isBody = (path: readonly PropertyKey[]) => path[0] === 'body'
  return keep(folder, parsed, file).map(({ value, lineOf }) => ({
    value,
    lineOf: (path) => (isBody(path) ? bodyLine : lineOf(path)),
  }))
}

function keep<T>(folder: ContentFolder, parsed: Read<T> | { problems: ContentProblem[] }, file: string): Read<T>[] {
  if ('value' in parsed) return [parsed]
  for (const { line, message } of parsed.problems) folder.problem(file, line, message)
  return []
}

/** A folder nobody has put anything in yet is not there: git keeps no empty ones. */
function readFolder(path: string) {
  return existsSync(path) ? readdirSync(path) : []
}
