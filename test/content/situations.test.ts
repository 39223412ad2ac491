import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import type { z } from 'zod'
import { SituationFile } from '../../server/content/content.schemas.ts'
import { ProcedureFile } from '../../server/procedures/procedures.schemas.ts'

const content = new URL('../../content/', import.meta.url)
const situations = readdirSync(new URL('situations', content))
  .sort()
  .map((file) => ({
    file,
    tree: SituationFile.parse(parse(readFileSync(new URL(`situations/${file}`, content), 'utf8'))),
  }))

const DEEPEST = 5
const EVERYDAY = 6

type Tree = z.infer<typeof SituationFile>
type Walk = { visited: string[]; end: 'outcome' | 'nowhere' | 'circle' | 'too_deep' }

/** Every way a person can answer, from the first question on. */
function walks(tree: Tree, at: string = tree.start, visited: string[] = []): Walk[] {
  const path = [...visited, at]
  if (visited.includes(at)) return [{ visited: path, end: 'circle' }]
  if (tree.outcomes[at]) return [{ visited: path, end: 'outcome' }]
  if (visited.length >= DEEPEST) return [{ visited: path, end: 'too_deep' }]
  const question = tree.questions[at]
  if (!question) return [{ visited: path, end: 'nowhere' }]
  return question.options.flatMap((option) => walks(tree, option.next, path))
}

/** Whether the file that `procedure:2.002854` names is there. */
function exists(reference: string): boolean {
  const [type = '', name = ''] = reference.split(/:(.*)/s)
  const folders: Record<string, string> = {
    procedure: `procedures/${name}.yaml`,
    article: `articles/${name}.md`,
    document: `documents/${name}.yaml`,
    index: `indices/${name}.yaml`,
    situation: `situations/${name}.yaml`,
  }
  const file = folders[type]
  return file !== undefined && existsSync(new URL(file, content))
}

function questionsOf(code: string): string[] {
  const procedure = ProcedureFile.parse(parse(readFileSync(new URL(`procedures/${code}.yaml`, content), 'utf8')))
  return procedure.questions.map((question) => question.key)
}

describe.each(situations)('situation $file', ({ file, tree }) => {
  const all = walks(tree)
  const named = Object.entries(tree.outcomes)

  test('every way of answering reaches an outcome, in at most five questions and never in a circle', () => {
    expect(all.filter(({ end }) => end !== 'outcome')).toEqual([])
  })

  test('every question is asked and every outcome reached by somebody', () => {
    const reached = [...new Set(all.flatMap(({ visited }) => visited))].sort()
    expect(reached).toEqual([...Object.keys(tree.questions), ...Object.keys(tree.outcomes)].sort())
  })

  test('a name means one thing: no key is both a question and an outcome, no option is offered twice', () => {
    expect(Object.keys(tree.questions).filter((key) => key in tree.outcomes)).toEqual([])
    const twice = Object.values(tree.questions).filter(
      ({ options }) => new Set(options.map(({ key }) => key)).size < options.length,
    )
    expect(twice).toEqual([])
  })

  test('every outcome leads on to a page that exists', () => {
    const dead = named.flatMap(([key, { links }]) =>
      links.length === 0 ? [`${key} links to nothing`] : links.filter((link) => !exists(link)),
    )
    expect(dead).toEqual([])
  })

  test('answers given on the way are answers to questions the linked procedure asks', () => {
    const wrong = named.flatMap(([, { links, answers }]) =>
      answers.filter(
        ({ procedure, question }) =>
          !links.includes(`procedure:${procedure}`) || !questionsOf(procedure).includes(question),
      ),
    )
    expect(wrong).toEqual([])
  })

  test('it is filed under its own name and can be found in everyday words', () => {
    expect(`${tree.slug}.yaml`).toBe(file)
    expect(tree.searchTerms.length).toBeGreaterThanOrEqual(10)
    expect(new Set(tree.searchTerms).size).toBe(tree.searchTerms.length)
  })

  test('no sentence is longer than twenty words', () => {
    const texts = [
      ...Object.values(tree.questions).flatMap(({ text, help }) => [text, help ?? '']),
      ...named.flatMap(([, { title, text }]) => [title, ...text]),
    ]
    const sentences = texts.flatMap((text) => text.split(/(?<=[.?!])\s+/))
    expect(sentences.filter((sentence) => sentence.split(/\s+/).length > 20)).toEqual([])
  })
})

test('the walker itself sees a circle, a dead end and a path that is too long', () => {
  const ask = (next: string) => ({ text: 'Câu hỏi?', help: null, options: [{ key: 'a', label: 'Có', next }] })
  const [first] = situations
  if (!first) throw new Error('the content folder holds no situation')
  const chain = Object.fromEntries(Array.from({ length: 7 }, (_, at) => [`q${at}`, ask(`q${at + 1}`)]))
  const endOf = (questions: Tree['questions']) =>
    walks({ ...first.tree, start: 'q0', questions, outcomes: {} }).map(({ end }) => end)
  expect(endOf({ q0: ask('q1'), q1: ask('q0') })).toEqual(['circle'])
  expect(endOf({ q0: ask('q1') })).toEqual(['nowhere'])
  expect(endOf(chain)).toEqual(['too_deep'])
})

test('the home screen has six everyday situations, one for each place', () => {
  const places = situations.flatMap(({ tree }) => tree.homeOrder ?? []).sort()
  expect(places).toEqual(Array.from({ length: EVERYDAY }, (_, at) => at + 1))
})
