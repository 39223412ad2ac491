import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import type { Sealing } from '../sealing/sealed.ts'

const BYTES = 16_384
const PLACE = { table: 'oa_tokens', column: 'journal', rowId: 'newest' }

/** A pair of tokens in plain words, as only memory holds it. */
export type TokenPair = {
  version: number
  access: string
  refresh: string
  accessExpiresAt: string
  refreshedAt: string
}
export type TokenJournal = ReturnType<typeof openTokenJournal>

/**
 * Where a new pair stands before the database has it. Its room on the disk is taken beforehand and written over in
 * place, so that a full disk cannot lose a refresh token that Zalo has given in exchange for the only other one.
 */
export function openTokenJournal(file: string, sealing: Sealing) {
  if (!existsSync(file)) writeWhole(file, '')

  return {
    keep(pair: TokenPair) {
      writeWhole(file, sealing.seal(PLACE, JSON.stringify(pair)))
    },
    /** Nothing when none was written, or the write was cut off in the middle. */
    read(): TokenPair | undefined {
      const sealed = readFileSync(file, 'latin1').split('\n')[0]?.trim() ?? ''
      if (sealed === '') return undefined
      try {
        return JSON.parse(sealing.open(PLACE, sealed))
      } catch {
        return undefined
      }
    },
    clear() {
      writeWhole(file, '')
    },
  }
}

/** Always the same bytes of the same file: nothing is given back to the disk and nothing asked of it. */
function writeWhole(file: string, text: string) {
  const bytes = Buffer.alloc(BYTES, ' ')
  bytes.write(`${text}\n`, 'latin1')
  const handle = openSync(file, existsSync(file) ? 'r+' : 'wx', 0o600)
  try {
    writeSync(handle, bytes, 0, BYTES, 0)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
