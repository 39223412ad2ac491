import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, relative } from 'node:path'
import { AppError } from '../errors.ts'
import type { Sealing } from '../sealing/sealed.ts'
import { foldersOf, listNames, orMissing, placeIn } from './places.ts'

/** 128 bits, in small letters and digits: the same name on every disk. */
const NAME_BYTES = 16

export type Attachments = ReturnType<typeof openAttachments>

/** A name that tells nothing and is not guessed. */
export function newAttachmentName() {
  return randomBytes(NAME_BYTES).toString('hex')
}

/**
 * What citizens send along: files under opaque names, sealed, each written once and never changed; `mirror` is where
 * backups keep them. Why they are not in the database: docs/decisions/010-attachments-are-files.md.
 */
export function openAttachments({ folder, mirror, sealing }: { folder: string; mirror: string; sealing: Sealing }) {
  const sealedAs = (name: string) => ({ table: 'attachments', column: 'bytes', rowId: name })
  return {
    /** On disk, whole, when it returns: a crash before leaves nothing under this name. */
    async put(name: string, bytes: Buffer, at: Date) {
      await writeWhole(placeIn(folder, name), sealing.sealBytes(sealedAs(name), bytes), at).catch(refuse)
    },
    async get(name: string): Promise<Buffer | undefined> {
      const sealed = await readFile(placeIn(folder, name)).catch(orMissing)
      return sealed && sealing.openBytes(sealedAs(name), sealed)
    },
    /** From here on nobody gets it; the mirror keeps it as long as backups that may need it. */
    async remove(name: string) {
      await rm(placeIn(folder, name), { force: true })
    },
    /** Gone from the mirror too: of somebody who wants to be forgotten. */
    async erase(name: string) {
      for (const copies of [folder, ...foldersOf(mirror)]) await rm(placeIn(copies, name), { force: true })
    },
    /** Every name, with what a crash left half-written, a folder's worth at a time. */
    listNames: () => listNames(folder),
    /** When it was written; nothing when it is gone meanwhile. */
    async writtenAt(name: string): Promise<Date | undefined> {
      return (await stat(placeIn(folder, name)).catch(orMissing))?.mtime
    },
  }
}

/** Nobody gets an attachment by its address on disk: its folder is below none that is served. */
export function refuseServedFolder(folder: string, served: readonly string[]) {
  const above = served.find((each) => !relative(each, folder).startsWith('..'))
  if (above !== undefined) throw new Error(`${folder} is inside ${above}, which everybody can read: set DATA_DIR`)
}

async function writeWhole(file: string, bytes: Buffer, at: Date) {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const part = `${file}.part`
  const handle = await open(part, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.utimes(at, at)
    await handle.sync()
  } catch (error) {
    await rm(part, { force: true })
    throw error
  } finally {
    await handle.close()
  }
  await rename(part, file)
  for (const folder of [dirname(file), dirname(dirname(file))]) await syncFolder(folder)
}

/** A new file's name is on disk only when its folder is. */
async function syncFolder(folder: string) {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

function refuse(error: unknown): never {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ENOSPC' || code === 'EDQUOT') throw new AppError('storage.full', {}, { cause: error })
  if (code === 'EROFS' || code === 'EACCES') throw new AppError('storage.read_only', {}, { cause: error })
  throw error
}
