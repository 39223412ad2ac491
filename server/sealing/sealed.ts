import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'

/** Where a sealed value stands: moved to another row, column or table it no longer opens. */
export type Place = { table: string; column: string; rowId: string }
/** What may be looked up without being opened; the same value has another index in another field. */
export type IndexedField =
  | 'zalo_id'
  | 'phone'
  | 'last_digits'
  | 'report_link'
  | 'paper_token'
  | 'contest_code'
  | 'contest_result'
  | 'link_code'
  | 'chat_user'
  | 'chat_question'

export type Sealing = {
  seal: (place: Place, text: string) => string
  open: (place: Place, sealed: string) => string
  /** The same for what is kept as a file. */
  sealBytes: (place: Place, bytes: Buffer) => Buffer
  openBytes: (place: Place, sealed: Buffer) => Buffer
  /** For a column that is searched for equality. A phone is turned into E.164 first (`toE164`). */
  index: (field: IndexedField, value: string) => string
  /** What to look for: the value as every key of ours would have indexed it. */
  indexes: (field: IndexedField, value: string) => string[]
}

const NONCE_BYTES = 12
const TAG_BYTES = 16

/**
 * Seals single values with AES-256-GCM. `keys`: the first seals, all open, so that a new key is put in front and the
 * old one dropped when nothing is sealed with it any more. They live outside the database.
 */
export function createSealing(keys: readonly string[]): Sealing {
  const derived = keys.map(deriveKeys)
  const [current] = derived
  if (current === undefined) throw new Error('sealing needs a key')
  const indexWith = ({ indexKey }: Keys, field: IndexedField, value: string) =>
    createHmac('sha256', indexKey).update(`${field}\0${value}`).digest('base64url')
  const keysOf = (place: Place, id: string | undefined) => {
    const keys = derived.find((each) => each.id === id)
    if (keys === undefined) throw new Error(`${place.table}.${place.column} is sealed with a key that is not set`)
    return keys
  }
  return {
    seal: (place, text) => `${current.id}.${encrypt(current, place, Buffer.from(text)).toString('base64url')}`,
    open(place, sealed) {
      const [, id, body = ''] = /^(k[0-9a-f]+)\.([\w-]+)$/.exec(sealed) ?? []
      const keys = keysOf(place, id)
      const bytes = Buffer.from(body, 'base64url')
      // Decoding overlooks the last character's spare bits; a sealed value is written in one way alone.
      if (bytes.toString('base64url') !== body) throw new Error(`${place.table}.${place.column} was changed`)
      return decrypt(keys, place, bytes).toString('utf8')
    },
    sealBytes: (place, bytes) => Buffer.concat([Buffer.from(`${current.id}.`), encrypt(current, place, bytes)]),
    openBytes(place, sealed) {
      const dot = sealed.indexOf('.')
      const keys = keysOf(place, sealed.subarray(0, Math.max(0, dot)).toString('latin1'))
      return decrypt(keys, place, sealed.subarray(dot + 1))
    },
    index: (field, value) => indexWith(current, field, value),
    indexes: (field, value) => derived.map((keys) => indexWith(keys, field, value)),
  }
}

type Keys = ReturnType<typeof deriveKeys>

function encrypt({ sealingKey }: Keys, place: Place, bytes: Buffer) {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', sealingKey, nonce).setAAD(describe(place))
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

function decrypt({ sealingKey }: Keys, place: Place, sealed: Buffer) {
  const decipher = createDecipheriv('aes-256-gcm', sealingKey, sealed.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(describe(place)).setAuthTag(sealed.subarray(-TAG_BYTES))
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()])
}

/** Separate keys for separate uses, and a short name that tells which key sealed a value. */
function deriveKeys(key: string) {
  const derive = (use: string, bytes: number) =>
    Buffer.from(hkdfSync('sha256', key, '', `cchc citizen data: ${use}`, bytes))
  return {
    id: `k${derive('name', 4).toString('hex')}`,
    sealingKey: derive('sealing', 32),
    indexKey: derive('blind index', 32),
  }
}

function describe({ table, column, rowId }: Place) {
  return Buffer.from(`${table}‖${column}‖${rowId}`)
}
