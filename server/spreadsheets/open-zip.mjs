// @ts-check
import { crc32, inflateRawSync } from 'node:zlib'
import { Refusal } from './refusal.mjs'

/** @typedef {{ name: string, method: number, crc: number, packed: Buffer, size: number }} ZipEntry */

const END = 0x06054b50
const END_SIZE = 22
const LONGEST_COMMENT = 0xffff
const DIRECTORY_ENTRY = 0x02014b50
const DIRECTORY_ENTRY_SIZE = 46
const LOCAL_HEADER = 0x04034b50
const LOCAL_HEADER_SIZE = 30
const ENCRYPTED = 1
const STORED = 0
const DEFLATED = 8
const MOST_ENTRIES = 500
const MOST_DECLARED = 40_000_000

const unreadable = () => new Refusal('spreadsheet.unreadable')

/** The entries as the central directory tells of them; nothing is unpacked yet. @param {Buffer} zip */
export function listEntries(zip) {
  const end = findEnd(zip)
  const count = zip.readUInt16LE(end + 10)
  const directory = zip.readUInt32LE(end + 16)
  const isOneDisk = zip.readUInt32LE(end + 4) === 0 && zip.readUInt16LE(end + 8) === count
  if (!isOneDisk || directory + zip.readUInt32LE(end + 12) !== end) throw unreadable()
  if (count > MOST_ENTRIES) throw new Refusal('spreadsheet.too_large')

  /** @type {ZipEntry[]} */
  const entries = []
  const names = new Set()
  let declared = 0
  let at = directory
  for (let number = 0; number < count; number += 1) {
    const { entry, next } = readEntry(zip, at, directory)
    at = next
    declared += entry.size
    if (declared > MOST_DECLARED) throw new Refusal('spreadsheet.too_large')
    if (names.has(entry.name.toLowerCase())) throw unreadable()
    names.add(entry.name.toLowerCase())
    entries.push(entry)
  }
  if (at !== end) throw unreadable()
  return entries
}

/** What was packed, when it is exactly what the directory declared. @param {ZipEntry} entry */
export function unpack({ method, crc, packed, size }) {
  const content = method === STORED ? packed : inflate(packed, size)
  if (content.length !== size || crc32(content) !== crc) throw unreadable()
  return content
}

/** The same entries, still packed, in an archive that cannot be read in two ways. @param {ZipEntry[]} entries */
export function packAgain(entries) {
  const directory = []
  const parts = []
  let offset = 0
  for (const { name, method, crc, packed, size } of entries) {
    const path = Buffer.from(name)
    // Version, flags (UTF-8 names), method, time and date, checksum, sizes, lengths of name and extra field.
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x0800, 2)
    fields.writeUInt16LE(method, 4)
    fields.writeUInt32LE(crc, 10)
    fields.writeUInt32LE(packed.length, 14)
    fields.writeUInt32LE(size, 18)
    fields.writeUInt16LE(path.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(offset, 10)
    directory.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), fields, place, path)
    parts.push(Buffer.from('PK\x03\x04', 'latin1'), fields, path, packed)
    offset += LOCAL_HEADER_SIZE + path.length + packed.length
  }
  const end = Buffer.alloc(END_SIZE)
  end.writeUInt32LE(END, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(Buffer.concat(directory).length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...parts, ...directory, end])
}

/** @param {Buffer} zip */
function findEnd(zip) {
  const first = Math.max(0, zip.length - END_SIZE - LONGEST_COMMENT)
  for (let at = zip.length - END_SIZE; at >= first; at -= 1)
    if (zip.readUInt32LE(at) === END && at + END_SIZE + zip.readUInt16LE(at + 20) === zip.length) return at
  throw unreadable()
}

/** @param {Buffer} zip @param {number} at @param {number} directory */
function readEntry(zip, at, directory) {
  if (zip.readUInt32LE(at) !== DIRECTORY_ENTRY) throw unreadable()
  const method = zip.readUInt16LE(at + 10)
  if (zip.readUInt16LE(at + 8) & ENCRYPTED || (method !== STORED && method !== DEFLATED)) throw unreadable()
  const nameEnd = at + DIRECTORY_ENTRY_SIZE + zip.readUInt16LE(at + 28)
  const name = zip.toString('utf8', at + DIRECTORY_ENTRY_SIZE, nameEnd)
  if (isTrick(name)) throw unreadable()

  const header = zip.readUInt32LE(at + 42)
  if (zip.readUInt32LE(header) !== LOCAL_HEADER) throw unreadable()
  const start = header + LOCAL_HEADER_SIZE + zip.readUInt16LE(header + 26) + zip.readUInt16LE(header + 28)
  const stop = start + zip.readUInt32LE(at + 20)
  if (stop > directory) throw unreadable()

  const packed = zip.subarray(start, stop)
  return {
    entry: { name, method, crc: zip.readUInt32LE(at + 16), packed, size: zip.readUInt32LE(at + 24) },
    next: nameEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32),
  }
}

/** A name that would lead out of the archive, or that two readers may read differently. @param {string} name */
function isTrick(name) {
  const hasControl = [...name].some((character) => character < ' ' || character === '\x7f' || character === '\ufffd')
  return name === '' || hasControl || /^\/|[\\:]|(^|\/)\.{1,2}(\/|$)|\/\//.test(name)
}

/** In one piece, and not a byte further than one beyond what was declared. @param {Buffer} packed @param {number} size */
function inflate(packed, size) {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1), chunkSize: Math.max(size + 1, 64) })
  } catch {
    throw unreadable()
  }
}
