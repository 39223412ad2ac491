import { copyFile, link, mkdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { foldersOf, listNames, orMissing, placeIn } from './places.ts'

/**
 * Gives the mirror every file that is new, and drops those that went more than `keptMs` ago. A file never changes, so
 * nothing is written twice; after the copy of the database, so that every row of that copy has its file.
 */
export async function mirrorAttachments(
  { folder, mirror }: { folder: string; mirror: string },
  { now, keptMs }: { now: Date; keptMs: number },
) {
  const [here, gone] = [await namesIn(folder), await namesIn(join(mirror, 'gone'))]
  const copied = await namesIn(mirror)
  for (const name of here) if (!copied.has(name)) await copyTo(mirror, folder, name)
  for (const name of copied) if (!here.has(name)) await setAside(mirror, name, now)
  for (const name of gone) {
    const place = placeIn(join(mirror, 'gone'), name)
    const since = (await stat(place).catch(orMissing))?.mtimeMs ?? 0
    if (since <= now.getTime() - keptMs) await rm(place, { force: true })
  }
}

/** Every file that some backup may need. */
export async function listMirrored(mirror: string): Promise<Set<string>> {
  const names = new Set<string>()
  for (const copies of foldersOf(mirror)) for (const name of await namesIn(copies)) names.add(name)
  return names
}

/** Brings back what is missing; returns how many files the mirror holds. */
export async function restoreAttachments({ folder, mirror }: { folder: string; mirror: string }): Promise<number> {
  const here = await namesIn(folder)
  const kept = new Map<string, string>()
  for (const copies of foldersOf(mirror)) for (const name of await namesIn(copies)) kept.set(name, copies)
  for (const [name, copies] of kept) if (!here.has(name)) await copyTo(folder, copies, name)
  return kept.size
}

async function namesIn(folder: string): Promise<Set<string>> {
  const found = new Set<string>()
  for await (const names of listNames(folder)) for (const name of names) if (!name.endsWith('.part')) found.add(name)
  return found
}

/** The same file under a second name where one disk holds both. */
async function copyTo(folder: string, from: string, name: string) {
  const [source, target] = [placeIn(from, name), placeIn(folder, name)]
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  try {
    await link(source, target)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    // Taken away, or copied by somebody else, meanwhile.
    if (code === 'ENOENT' || code === 'EEXIST') return
    await copyFile(source, `${target}.part`)
    await rename(`${target}.part`, target)
  }
}

async function setAside(mirror: string, name: string, now: Date) {
  const [source, target] = [placeIn(mirror, name), placeIn(join(mirror, 'gone'), name)]
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  await rename(source, target).catch(orMissing)
  await utimes(target, now, now).catch(orMissing)
}
