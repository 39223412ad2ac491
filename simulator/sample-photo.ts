import { crc32, deflateSync } from 'node:zlib'

const [WIDTH, HEIGHT] = [640, 480]

/** A picture to send when none is at hand: a board on a wall, drawn here so that no file has to be kept. */
export function samplePhoto(): Buffer {
  const rows = Buffer.alloc((WIDTH * 3 + 1) * HEIGHT)
  for (let y = 0; y < HEIGHT; y += 1)
    for (let x = 0; x < WIDTH; x += 1) rows.set(colourAt(x, y), y * (WIDTH * 3 + 1) + 1 + x * 3)
  const header = Buffer.alloc(13)
  header.writeUInt32BE(WIDTH, 0)
  header.writeUInt32BE(HEIGHT, 4)
  header.set([8, 2, 0, 0, 0], 8)
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function colourAt(x: number, y: number): [number, number, number] {
  const isBoard = x > 80 && x < 560 && y > 80 && y < 340
  if (!isBoard) return [226 - Math.floor(y / 12), 214 - Math.floor(y / 12), 190 - Math.floor(y / 12)]
  const isLine = x > 120 && x < 520 - ((y * 7) % 160) && y % 44 > 30 && y > 110
  return isLine ? [238, 240, 236] : [36, 84, 66]
}

function chunk(name: string, data: Buffer) {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}
