import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { z } from '@hono/zod-openapi'
import { type ContentProblem, ContentProblems, parseContent, splitFrontMatter } from './content-file.ts'

/** The content folder while it is being read: it collects every problem before it refuses. */
export type ContentFolder = {
  list: (folder: string, ending: string) => string[]
  text: (file: string) => string
  problem: (file: string, line: number, message: string) => void
  /** Document number → slug, so that a legal basis links to the document it names. */
  documentNumbers: () => Map<string, string>
  setDocumentNumbers: (numbers: Map<string, string>) => void
  throwProblems: () => void
}

export function openContentFolder(root: string): ContentFolder {
  const problems: ContentProblem[] = []
  let numbers = new Map<string, string>()
  return {
    list: (folder, ending) =>
      readdirSync(join(root, folder))
        .filter((name) => name.endsWith(ending))
        .sort()
        .map((name) => `${folder}/${name}`),
    text: (file) => readFileSync(join(root, file), 'utf8').replaceAll('\r\n', '\n'),
    problem: (file, line, message) => problems.push({ file: `content/${file}`, line, message }),
    documentNumbers: () => numbers,
    setDocumentNumbers: (found) => {
      numbers = found
    },
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

/** A Markdown file with front matter: its fields, and the text under them. */
export function readMarkdown<S extends z.ZodType>(
  folder: ContentFolder,
  schema: S,
  file: string,
): (Read<z.output<S>> & { body: string; bodyLine: number })[] {
  const parts = splitFrontMatter(folder.text(file))
  if (!parts) {
    folder.problem(file, 1, 'front matter between two lines of --- is missing')
    return []
  }
  const bodyLine = parts.frontMatter.split('\n').length + 3
  return keep(folder, parseContent(schema, parts.frontMatter, file, 2), file).map((read) => ({
    ...read,
    body: parts.body,
    bodyLine,
  }))
}

function keep<T>(folder: ContentFolder, parsed: Read<T> | { problems: ContentProblem[] }, file: string): Read<T>[] {
  if ('value' in parsed) return [parsed]
  for (const { line, message } of parsed.problems) folder.problem(file, line, message)
  return []
}
