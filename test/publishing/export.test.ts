import { execFileSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readContent } from '../../server/content/read-content.ts'
import { createWorld } from '../world/world.ts'
import { type EditionReply, expectOk, publishArticle, save, take } from './writing.ts'

const PROJECT = join(import.meta.dirname, '../..')

function newFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-export-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function exportTo(folder: string, dataDir: string) {
  return execFileSync('npm', ['run', '--silent', 'content:export', '--', folder], {
    cwd: PROJECT,
    encoding: 'utf8',
    env: { ...process.env, npm_config_loglevel: 'error', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

const written = (folder: string) =>
  new Map(readContent(folder).items.map(({ kind, slug, value }) => [`${kind}:${slug}`, value]))

test('exported while the server runs, the files say what the content folder says, and loading them changes nothing', async () => {
  const world = await createWorld()
  const folder = newFolder()
  expect(exportTo(folder, world.dataDir)).toMatch(/^\d{3} files in/)
  expect(written(folder)).toEqual(written(join(PROJECT, 'content')))
  await world.stop()
  const again = await createWorld({
    dataFrom: world.dataDir,
    editContent: (content) => {
      rmSync(content, { recursive: true })
      cpSync(folder, content, { recursive: true })
    },
  })
  expect(again.said.join('\n')).toMatch(/Content: 0 new, 0 changed, 0 removed, \d{3} as before/)
})

test('what staff have published comes along, edited things as they edited them, and drafts stay at home', async () => {
  const world = await createWorld()
  const [author, publisher] = [await world.signIn({ role: 'editor' }), await world.signIn({ role: 'publisher' })]
  const { entry } = await publishArticle({ author, publisher })
  let draft = expectOk(await author.post<EditionReply>(`/admin/api/entries/${entry.id}/editions`, {}))
  draft = expectOk(await save(author, draft, { ...draft.body, title: 'Bản còn đang viết' }))
  const folder = newFolder()
  exportTo(folder, world.dataDir)
  expect(written(folder).get(`article:${entry.slug}`)).toMatchObject({ title: 'Nộp hồ sơ chuyển trường buổi tối' })
  expectOk(await take(author, draft, 'submit'))
})

test('a folder that holds something else is left as it is', async () => {
  const world = await createWorld()
  const folder = newFolder()
  writeFileSync(join(folder, 'ghi-chu.txt'), 'của tôi')
  expect(() => exportTo(folder, world.dataDir)).toThrow(/holds something else/)
})
