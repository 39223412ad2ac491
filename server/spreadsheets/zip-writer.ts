import { crc32, createDeflateRaw } from 'node:zlib'

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const DEFLATED = 8
const VERSION = 20
/** Midnight on 1 January 1980, the oldest day a zip can name: what is inside has no time of its own. */
const [NO_TIME, NO_DATE] = [0, 0x21]

type Kept = { name: Buffer; header: Buffer; bytes: Buffer[]; size: number }

/** A zip file of texts that come in pieces; only what is compressed already is kept. */
export async function writeZip(files: { name: string; text: Iterable<string> | AsyncIterable<string> }[]) {
  const kept: Kept[] = []
  for (const { name, text } of files) kept.push(await compress(name, text))
  const body = kept.flatMap(({ name, header, bytes }) => [fixed([LOCAL, 4]), header, name, ...bytes])
  let offset = 0
  const directory = kept.flatMap(({ name, header, size }) => {
    const at = offset
    offset += 4 + header.length + name.length + size
    return [fixed([CENTRAL, 4], [VERSION, 2]), header, fixed([0, 2], [0, 2], [0, 2], [0, 4], [at, 4]), name]
  })
  const length = directory.reduce((sum, part) => sum + part.length, 0)
  const end = fixed([END, 4], [0, 2], [0, 2], [kept.length, 2], [kept.length, 2], [length, 4], [offset, 4], [0, 2])
  return Buffer.concat([...body, ...directory, end])
}

async function compress(name: string, text: Iterable<string> | AsyncIterable<string>): Promise<Kept> {
  const deflate = createDeflateRaw()
  const bytes: Buffer[] = []
  deflate.on('data', (chunk: Buffer) => bytes.push(chunk))
  const finished = new Promise<void>((resolve, reject) => deflate.once('end', resolve).once('error', reject))
  let [checksum, plain] = [0, 0]
  for await (const piece of text) {
    const chunk = Buffer.from(piece)
    checksum = crc32(chunk, checksum)
    plain += chunk.length
    // Waits until the piece is compressed, so that pieces do not pile up and others get their turn.
    await new Promise<void>((resolve) => deflate.write(chunk, () => resolve()))
  }
  deflate.end()
  await finished
  const size = bytes.reduce((sum, chunk) => sum + chunk.length, 0)
  const named = Buffer.from(name)
  const header = fixed(
    ...([
      [VERSION, 2],
      [0, 2],
      [DEFLATED, 2],
      [NO_TIME, 2],
      [NO_DATE, 2],
    ] as const),
    ...([
      [checksum, 4],
      [size, 4],
      [plain, 4],
      [named.length, 2],
      [0, 2],
    ] as const),
  )
  return { name: named, header, bytes, size }
}

/** Numbers one after another, the smallest byte first. */
function fixed(...numbers: (readonly [value: number, bytes: 2 | 4])[]) {
  const buffer = Buffer.alloc(numbers.reduce((sum, [, bytes]) => sum + bytes, 0))
  let at = 0
  for (const [value, bytes] of numbers) at = buffer.writeUIntLE(value, at, bytes)
  return buffer
}
