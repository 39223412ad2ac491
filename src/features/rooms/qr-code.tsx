import { useEffect, useState } from 'react'

type Drawn = { size: number; path: string }

/** Drawn as one path: dark squares on white whatever the theme, or cameras do not read it. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [drawn, setDrawn] = useState<Drawn>()
  useEffect(() => {
    let isGone = false
    void draw(text).then((code) => !isGone && setDrawn(code))
    return () => {
      isGone = true
    }
  }, [text])
  if (drawn === undefined) return null
  const { size, path } = drawn
  return (
    <svg className="qr" viewBox={`-2 -2 ${size + 4} ${size + 4}`} role="img" aria-label={label}>
      <rect className="qr-light" x="-2" y="-2" width={size + 4} height={size + 4} />
      <path className="qr-dark" d={path} />
    </svg>
  )
}

async function draw(text: string): Promise<Drawn> {
  const { create } = await import('qrcode')
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const { size } = modules
  const path = Array.from({ length: size * size }, (_, at) => at)
    .filter((at) => modules.data[at] === 1)
    .map((at) => `M${at % size} ${Math.floor(at / size)}h1v1h-1z`)
    .join('')
  return { size, path }
}
