import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'

const PROJECT = join(import.meta.dirname, '../..')
const read = (file: string) => readFileSync(join(PROJECT, file), 'utf8')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
const DOCS = [
  'README.md',
  'README.vi.md',
  ...readdirSync(join(PROJECT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => `docs/${file}`),
]

/** Commands of ours that a text names but package.json does not have. */
function unknownCommands(text: string) {
  const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '')
  return named.filter((name) => scripts[name] === undefined)
}

describe('what the documents say is so', () => {
  test.each(DOCS)('%s names only commands and files that exist', (file) => {
    const text = read(file)
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map(([, path]) => path ?? '')
    const paths = [...text.matchAll(/`((?:server|src|test|bench|scripts|content)\/[\w./-]*)`/g)].map(
      ([, path]) => path ?? '',
    )
    expect(unknownCommands(text)).toEqual([])
    expect(links.filter((path) => !existsSync(join(PROJECT, dirname(file), path)))).toEqual([])
    expect(paths.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([])
  })

  test('a command that does not exist would be noticed', () => {
    expect(unknownCommands('run npm run fly')).toEqual(['fly'])
  })

  test('README lists exactly the settings that are read', () => {
    const readAtStart = [...read('server/config.ts').matchAll(/^ {2}([A-Z][A-Z_]+): z/gm)].map(([, name]) => name)
    const table = read('README.md').split('## Settings')[1]?.split('## ')[0] ?? ''
    const listed = table
      .split('\n')
      .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`([A-Z_]+)`/g)].map(([, name]) => name))
    expect(listed.sort()).toEqual(readAtStart.sort())
  })

  test('a file that the code sends its reader to exists', () => {
    const sources = ['server', 'src', 'scripts', 'bench', 'test'].flatMap((folder) =>
      readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
        .filter((file) => /\.(ts|tsx|mjs|css)$/.test(file))
        .map((file) => `${folder}/${file}`),
    )
    const named = sources.flatMap((file) => [...read(file).matchAll(/docs\/[\w/-]+\.md/g)].map(([path]) => path))
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter((path) => !existsSync(join(PROJECT, path)))).toEqual([])
  })

  test('the continuous integration runs npm test and nothing else', () => {
    const commands = read('.ci/run')
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.startsWith('#') && !/^(set|cd) /.test(line))
    expect(commands).toEqual(['exec npm test'])
    expect(scripts.test).toBe('node scripts/test.mjs')
  })
})
