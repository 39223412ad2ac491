import { crc32, deflateSync } from 'node:zlib'

type Size = { width: number; height: number }

export function pngChunk(type: string, data: Buffer) {
  const [length, checksum, named] = [Buffer.alloc(4), Buffer.alloc(4), Buffer.concat([Buffer.from(type), data])]
  length.writeUInt32BE(data.length)
  checksum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, checksum])
}

/** A black PNG of one bit a pixel; without `pixels` it is nothing but a header that promises them. */
export function blackPng({ width, height }: Size, pixels: Buffer = Buffer.alloc(0)) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.writeUInt8(1, 8)
  const magic = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([magic, pngChunk('IHDR', header), pngChunk('IDAT', pixels), pngChunk('IEND', Buffer.alloc(0))])
}

export const allBlack = ({ width, height }: Size) => deflateSync(Buffer.alloc((Math.ceil(width / 8) + 1) * height))
