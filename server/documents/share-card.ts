import sharp from 'sharp'

export type ShareCardText = { contest: string; name: string; unit: string | null; headline: string; line: string }

const [WIDTH, HEIGHT, MARGIN] = [1200, 630, 80]

/** A picture to be shared; who gives the name answers for it being one that may be shown. */
export async function drawShareCard({ contest, name, unit, headline, line }: ShareCardText): Promise<Buffer> {
  const rows = [
    { top: 80, size: 26, text: contest },
    { top: 200, size: 60, text: headline },
    { top: 330, size: 26, text: line },
    { top: 430, size: 34, text: name },
    ...(unit === null ? [] : [{ top: 510, size: 24, text: unit }]),
  ]
  const texts = rows.map(({ top, size, text }) => ({
    ...{ left: MARGIN, top },
    input: { text: { text: escapeXml(text), font: `Be Vietnam Pro ${size}`, width: WIDTH - 2 * MARGIN, rgba: true } },
  }))
  const background = { width: WIDTH, height: HEIGHT, channels: 3 as const, background: '#F5F7FA' }
  return sharp({ create: background }).composite(texts).png().toBuffer()
}

/** The text is read as Pango's markup. */
function escapeXml(text: string) {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
