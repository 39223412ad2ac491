import type { z } from '@hono/zod-openapi'
import { isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'

export type ContentProblem = { file: string; line: number; message: string }

/** Every problem of the content folder at once, each as `file:line message`. */
export class ContentProblems extends Error {
  constructor(readonly problems: ContentProblem[]) {
    super(problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))
  }
}

type Parsed<T> = { value: T; lineOf: (path: readonly PropertyKey[]) => number } | { problems: ContentProblem[] }

/**
 * Reads YAML against a schema, and remembers where each value stands. `firstLine` is where it starts in its file;
 * `with` are fields that stand elsewhere in it.
 */
export function parseContent<S extends z.ZodType>(
  schema: S,
  text: string,
  file: string,
  { firstLine = 1, with: more }: { firstLine?: number; with?: Record<string, unknown> } = {},
): Parsed<z.output<S>> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => lines.linePos(offset).line + firstLine - 1
  if (document.errors.length > 0) {
    return { problems: document.errors.map((error) => ({ file, line: lineAt(error.pos[0]), message: error.message })) }
  }
  const lineOf = (path: readonly PropertyKey[]) => lineAt(offsetOf(document.contents, path))
  const result = schema.safeParse(more === undefined ? document.toJS() : { ...document.toJS(), ...more })
  if (result.success) return { value: result.data, lineOf }
  return {
    problems: result.error.issues.map((issue) => ({
      file,
      line: lineOf(issue.path),
      message: `${issue.path.map(String).join('.') || 'file'}: ${issue.message}`,
    })),
  }
}

/** Where a path stands; for a missing key, where its parent does. */
function offsetOf(root: Node | null, path: readonly PropertyKey[]): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const key of path) {
    if (isMap(node)) node = node.get(String(key), true)
    else if (isSeq(node)) node = node.get(Number(key), true)
    else break
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) break
    offset = node.range?.[0] ?? offset
  }
  return offset
}

/** Splits `---` front matter from the Markdown under it. */
export function splitFrontMatter(text: string): { frontMatter: string; body: string } | undefined {
  const match = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text)
  return match ? { frontMatter: match[1] ?? '', body: match[2] ?? '' } : undefined
}
