import sharp from 'sharp'

/** A photo as a phone takes it: by whom and where is written inside. */
export function takePhoto({ width = 300, height = 200, background = '#ffffff' } = {}) {
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .withExif({ IFD0: { Artist: 'Nguyen Thi Lan' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '11/1 18/1 0/1' } })
    .toBuffer()
}

export const jpeg = (bytes: Buffer) => ({ bytes, type: 'image/jpeg' })
export const pdf = (bytes: Buffer) => ({ bytes, type: 'application/pdf' })
