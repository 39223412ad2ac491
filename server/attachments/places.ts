import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** With `.part`, what a crash left of one that was being written. */
const NAME = /^[0-9a-f]{32}(\.part)?$/

/** Where a file stands in a folder of attachments: two characters of its name, then the name. */
export function placeIn(folder: string, name: string) {
  if (!NAME.test(name)) throw new Error('no name of an attachment')
  return join(folder, name.slice(0, 2), name)
}

/** Backups' copies of what is there, and, in `gone`, of what went while some backup still needs it. */
export function foldersOf(mirror: string) {
  return [mirror, join(mirror, 'gone')]
}

/** Every name, a folder's worth at a time. */
export async function* listNames(folder: string): AsyncGenerator<string[]> {
  for (const each of await listFolder(folder)) {
    const names = /^[0-9a-f]{2}$/.test(each) ? await listFolder(join(folder, each)) : []
    yield names.filter((name) => NAME.test(name))
  }
}

async function listFolder(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(orMissing)) ?? []
}

export function orMissing(error: unknown): undefined {
  if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
}
