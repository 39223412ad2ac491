import sharp from 'sharp'

export type ShareCardText = { contest: string; name: string; unit: string | null; headline: string; line: string }

const [WIDTH, HEIGHT] = [1200, 630]

/** A picture to be shared; who gives the name answers for it being one that may be shown. */
export async function drawShareCard({ contest, name, unit, headline, line }: ShareCardText): Promise<Buffer> {
  const row = (y: number, size: number, text: string) =>
    `<text x="600" y="${y}" font-size="${size}" text-anchor="middle" font-family="Be Vietnam Pro, sans-serif">${escapeXml(text)}</text>`
  const rows = [
    row(110, 36, contest),
    row(270, 84, headline),
    row(350, 36, line),
    row(460, 48, name),
    row(520, 32, unit ?? ''),
  ]
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}"><rect width="100%" height="100%" fill="#F5F7FA"/>${rows.join('')}</svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}

function escapeXml(text: string) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
