import { closeSync, existsSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { z } from 'zod'

const Line = z.strictObject({ citizenId: z.string().min(1), at: z.string().min(1) })
export type Erasure = z.output<typeof Line>

export type ErasureLedger = ReturnType<typeof openErasureLedger>

/**
 * Who has been erased, one JSON line each, beside the database and in none of its backups: an older copy of the
 * database brings people back, and the ledger says whom to erase again. Ids of ours only; lines are added, never changed.
 */
export function openErasureLedger(file: string) {
  const entries = readLedger(file)
  return {
    entries: (): readonly Erasure[] => entries,
    /** On disk when it returns, so that an erasure that was promised survives a power cut. */
    append(erasure: Erasure) {
      const isNew = !existsSync(file)
      const handle = openSync(file, 'a', 0o600)
      try {
        writeSync(handle, `${JSON.stringify(erasure)}\n`)
        fsyncSync(handle)
      } finally {
        closeSync(handle)
      }
      if (isNew) syncFolder(dirname(file))
      entries.push(erasure)
    },
  }
}

/** A last line without its end was cut off by a crash before anything was promised: it is taken away. */
function readLedger(file: string): Erasure[] {
  if (!existsSync(file)) return []
  const text = readFileSync(file, 'utf8')
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  if (whole.length < text.length) cutTo(file, Buffer.byteLength(whole))
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line, at) => parseLine(line, `${file}:${at + 1}`))
}

function parseLine(line: string, where: string): Erasure {
  try {
    return Line.parse(JSON.parse(line))
  } catch {
    throw new Error(`${where} is not a line of the erasure ledger: repair it, or people who were erased come back`)
  }
}

function cutTo(file: string, bytes: number) {
  const handle = openSync(file, 'r+')
  ftruncateSync(handle, bytes)
  fsyncSync(handle)
  closeSync(handle)
}

/** A new file's name is on disk only when its folder is. */
function syncFolder(folder: string) {
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}
