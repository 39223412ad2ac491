import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check } from 'recheck'
import ts from 'typescript'
import { expect, test } from 'vitest'

const PROJECT = join(import.meta.dirname, '../..')
/** Slow on long texts alone, and what they are given is short: a question has at most 300 characters. */
const GIVEN_SHORT_TEXTS = ['server/search/answer.ts']

function sources(folder: string) {
  return readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.tsx?$/.test(file))
    .map((file) => `${folder}/${file}`)
}

/** Every regular expression written in a source, each once. */
function regexesIn(text: string): string[] {
  const found = new Set<string>()
  function visit(node: ts.Node) {
    if (ts.isRegularExpressionLiteral(node)) found.add(node.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('a.tsx', text, ts.ScriptTarget.Latest))
  return [...found]
}

/** Counted in steps, not in time, so that a busy machine changes nothing. */
const BY_STEPS = { timeout: null, attackTimeout: null, incubationTimeout: null, mutationTimeout: null }
const LIMITS = { ...BY_STEPS, attackLimit: 1e8, randomSeed: 34 }

/** How fast the work of a regular expression grows with the text it reads; nothing where it grows evenly. */
async function growth(regex: string): Promise<string | undefined> {
  const [, source = '', flags = ''] = /^\/(.+)\/([a-z]*)$/s.exec(regex) ?? []
  const result = await check(source, flags, LIMITS)
  if (result.status === 'safe') return undefined
  return result.status === 'vulnerable' ? result.complexity.type : result.status
}

test('no text, however long, makes a regular expression of the service or of the app take more than its share', {
  timeout: 300_000,
}, async () => {
  const all = [...sources('server'), ...sources('src')].flatMap((file) =>
    regexesIn(readFileSync(join(PROJECT, file), 'utf8')).map((regex) => ({ file, regex })),
  )
  expect(all.length).toBeGreaterThan(100)
  const found = []
  for (const { file, regex } of all) found.push({ file, regex, growth: await growth(regex) })
  const harmful = found.filter(
    (each) => each.growth !== undefined && !(each.growth === 'polynomial' && GIVEN_SHORT_TEXTS.includes(each.file)),
  )
  expect(harmful).toEqual([])
})

test('one that would is noticed', async () => {
  const source = 'const a = /^(a+)+$/; const b = /\\d+\\//u; const c = /^[a-z]+$/'
  expect(await Promise.all(regexesIn(source).map(growth))).toEqual(['exponential', 'polynomial', undefined])
})
