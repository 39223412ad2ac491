import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** One value for every file below the folders, names and bytes: it changes when any of them does. */
export function fingerprintFolders(folders: string[]): string {
  const hash = createHash('sha256')
  for (const folder of folders) {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    for (const file of entries.map((entry) => join(entry.parentPath, entry.name)).sort()) {
      hash.update(`${file.slice(folder.length)}\0`).update(readFileSync(file))
    }
  }
  return hash.digest('hex')
}
