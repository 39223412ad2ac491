import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ContentProblems } from '../../server/content/content-file.ts'
import { openContentFolder } from '../../server/content/content-folder.ts'
import { readContent } from '../../server/content/read-content.ts'
import { readQuestionFiles } from '../../server/quizzes/question-files.ts'
import { publishProblems } from '../../server/quizzes/questions.rules.ts'
import { createWorld } from '../world/world.ts'

const CONTENT = join(import.meta.dirname, '../../content')
const { items, look } = readContent(CONTENT)
const ofKind = (kind: string) => items.filter((item) => item.kind === kind)

/** What the files say is wrong after somebody has edited a copy of them. */
function problemsAfter(edit: (folder: string) => void): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-content-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  cpSync(CONTENT, folder, { recursive: true })
  edit(folder)
  try {
    readContent(folder)
    return []
  } catch (error) {
    if (!(error instanceof ContentProblems)) throw error
    return error.message.split('\n')
  }
}

function change(file: string, from: string | RegExp, to: string) {
  return (folder: string) => {
    const text = readFileSync(join(folder, file), 'utf8')
    if (text.replace(from, to) === text) throw new Error(`${file} no longer says ${from}`)
    writeFileSync(join(folder, file), text.replace(from, to))
  }
}

describe('the content as it stands', () => {
  test('every file is read, and every name in it leads to something', () => {
    expect(ofKind('procedure').length).toBeGreaterThanOrEqual(186)
    expect(() => items.map((item) => [item.toReply(look), item.toSummary()])).not.toThrow()
  })

  test('58 procedures are told in full, and those with a name and a link only are shown as such', () => {
    const details = ofKind('procedure').map((item) => (item.toReply(look) as { detail: string }).detail)
    expect(details.filter((detail) => detail === 'full')).toHaveLength(58)
    expect(details.filter((detail) => detail === 'listed').length).toBeGreaterThanOrEqual(20)
  })

  test('an explainer stands for every topic the search is measured on', () => {
    const { articles } = JSON.parse(readFileSync(join(import.meta.dirname, '../../bench/queries.json'), 'utf8'))
    const topics = Object.keys(articles).filter((key) => key.startsWith('ART-'))
    expect(topics).toHaveLength(23)
    const told = new Set(ofKind('article').map((item) => item.code))
    expect(topics.filter((key) => !told.has(key))).toEqual([])
  })

  test('nothing is published without a source, the day it was checked, the day to check again, and an owner', () => {
    const bare = items
      .filter((item) => item.kind !== 'column')
      .filter((item) => {
        const { sources, checkedOn, reviewBy, owner } = item.toReply(look) as Record<string, unknown>
        return !Array.isArray(sources) || sources.length === 0 || !checkedOn || !reviewBy || !owner
      })
    expect(bare.map(({ kind, slug }) => `${kind}:${slug}`)).toEqual([])
  })

  test('a review date comes after the day it was checked', () => {
    const early = items.filter((item) => {
      const { checkedOn, reviewBy } = item.toReply(look) as { checkedOn?: string; reviewBy?: string }
      return checkedOn !== undefined && reviewBy !== undefined && reviewBy <= checkedOn
    })
    expect(early.map(({ slug }) => slug)).toEqual([])
  })

  test('every old code the ministry’s decisions name leads somewhere', () => {
    const known = new Set(ofKind('procedure').flatMap((item) => item.codes.map(({ code }) => code)))
    const named = ofKind('procedure').flatMap((item) => {
      const { predecessors } = item.toReply(look) as { predecessors: { code: string }[] }
      return predecessors.map(({ code }) => code)
    })
    expect(named.length).toBeGreaterThan(10)
    expect(named.filter((code) => !known.has(code))).toEqual([])
  })
})

describe('the question bank as it stands', () => {
  const folder = openContentFolder(CONTENT)
  const { topics, questions } = readQuestionFiles(folder)
  const codesWhere = (isWrong: (body: (typeof questions)[number]['body']) => boolean) =>
    questions.filter(({ body }) => isWrong(body)).map(({ code }) => code)

  test('all its files are read, and every topic has questions', () => {
    expect(() => folder.throwProblems()).not.toThrow()
    expect(questions.length).toBeGreaterThanOrEqual(89)
    expect(new Set(questions.map(({ body }) => body.topic))).toEqual(new Set(topics.map(({ id }) => id)))
  })

  test('every question leads to something to read next, and every such link is alive', () => {
    const names = new Set(items.flatMap(({ kind, slug, code }) => [`${kind}:${slug}`, `${kind}:${code}`]))
    expect(codesWhere(({ related }) => related.length === 0)).toEqual([])
    expect(
      questions.flatMap(({ code, body }) => body.related.filter((to) => !names.has(to)).map((to) => [code, to])),
    ).toEqual([])
  })

  test('each says why in a sentence, and is ready to publish unless it tells what nobody has confirmed', () => {
    expect(codesWhere(({ explanation }) => explanation.split(' ').length < 6)).toEqual([])
    expect(
      codesWhere((body) => body.unverified.length === 0 && publishProblems(body, body.checkedOn).length > 0),
    ).toEqual([])
  })

  test('no question stands on a document that another one has replaced', () => {
    const replaced = new Set(
      ofKind('document').flatMap((item) => {
        const { number, replacedBy } = item.toReply(look) as { number: string; replacedBy: unknown[] }
        return replacedBy.length > 0 ? [number] : []
      }),
    )
    expect(replaced.size).toBeGreaterThan(5)
    expect(codesWhere(({ documentNumber }) => documentNumber !== null && replaced.has(documentNumber))).toEqual([])
  })
})

describe('a mistake in a file is told with its file and line', () => {
  const procedure = 'procedures/2.002854.yaml'
  const lineOf = (file: string, text: string) =>
    readFileSync(join(CONTENT, file), 'utf8')
      .split('\n')
      .findIndex((line) => line.includes(text)) + 1

  test.each([
    ['a day that does not exist', procedure, 'reviewBy: ', 'reviewBy: 2026-02-30 #', /no such day/],
    ['a level nobody knows', procedure, '- institution', '- district', /levels\.0/],
    ['a question that no document asks', procedure, 'question: khac-tinh', 'question: khac-huyen', /khac-huyen/],
    ['a source without a title', 'articles/papi.md', "- title: 'VietnamPlus", "- name: 'VietnamPlus", /sources\.0/],
    [
      'a successor that does not exist',
      'documents/nd-61-2018.yaml',
      '- nd-118-2025',
      '- khong-co',
      /document:khong-co leads nowhere/,
    ],
  ])('%s', (_, file, from, to, told) => {
    const problems = problemsAfter(change(file, from, to))
    expect(problems.filter((problem) => told.test(problem) && problem.startsWith(`content/${file}:`))).not.toEqual([])
    const line = Number(/:(\d+) /.exec(problems.find((problem) => told.test(problem)) ?? '')?.[1])
    expect(Math.abs(line - lineOf(file, from))).toBeLessThanOrEqual(1)
  })

  test('YAML that cannot be read', () => {
    expect(problemsAfter((folder) => appendFileSync(join(folder, procedure), '\n  - : [\n')).join()).toMatch(
      /^content\/procedures\/2\.002854\.yaml:\d+ /,
    )
  })

  test('two files of one name', () => {
    const problems = problemsAfter(change('procedures/2.002855.yaml', /slug: .+/, 'slug: chuyen-truong'))
    expect(problems.join('\n')).toMatch(/procedure:chuyen-truong is also the name of/)
  })

  test('all mistakes are told at once, and a server does not start on them', async () => {
    const edits = (folder: string) => {
      change(procedure, '- institution', '- district')(folder)
      change('articles/papi.md', "- title: 'VietnamPlus", "- name: 'VietnamPlus")(folder)
    }
    const problems = problemsAfter(edits)
    expect(new Set(problems.map((problem) => problem.split(':')[0])).size).toBe(2)
    await expect(createWorld({ editContent: edits })).rejects.toThrow(ContentProblems)
  })
})

describe('loading the files', () => {
  test('a corrected file is what people read after the next start; nothing else is written anew', async () => {
    const world = await createWorld({
      editContent: change('articles/papi.md', 'summary: ', "summary: 'Người dân Gò Dầu chấm điểm chính quyền.' #"),
    })
    expect(await world.getJson('/api/articles/papi')).toMatchObject({
      summary: 'Người dân Gò Dầu chấm điểm chính quyền.',
    })
    expect(world.said.at(-1)).toMatch(/^Content: 0 new, 1 changed, 0 removed, \d{3} as before$/)
  })

  test('a file that is gone is gone for readers and for the search', async () => {
    const world = await createWorld({
      editContent: (folder) => rmSync(join(folder, 'situations/tra-cuu-ho-so-tre-han.yaml')),
    })
    expect(world.said.at(-1)).toMatch(/^Content: 0 new, 0 changed, 1 removed, \d{3} as before$/)
    expect((await world.get('/api/situations/tra-cuu-ho-so-tre-han')).status).toBe(404)
    const { items } = await world.getJson<{ items: { slug: string }[] }>(
      '/api/search?q=h%E1%BB%93%20s%C6%A1%20tr%E1%BB%85%20h%E1%BA%A1n&limit=50',
    )
    expect(items.length).toBeGreaterThan(0)
    expect(items.map(({ slug }) => slug)).not.toContain('tra-cuu-ho-so-tre-han')
  })

  test('starting again on the same files writes nothing', async () => {
    const world = await createWorld()
    expect(world.said.at(-1)).toBe('Content: as before')
  })

  test('files rewritten without a change of meaning publish nothing anew', async () => {
    const world = await createWorld({
      editContent: (folder) => appendFileSync(join(folder, 'procedures/2.002854.yaml'), '\n# a remark\n'),
    })
    expect(world.said.at(-1)).toMatch(/^Content: 0 new, 0 changed, 0 removed, \d{3} as before$/)
  })
})
