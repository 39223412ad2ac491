import { create } from 'qrcode'

const MARGIN = 4

/** A QR code drawn here, so that the secret in it goes nowhere else. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = [...data].flatMap((isDark, at) => (isDark ? [`M${at % size} ${Math.floor(at / size)}h1v1h-1z`] : []))
  const side = size + 2 * MARGIN
  return (
    <svg
      className="qr-code"
      role="img"
      aria-label={label}
      viewBox={`${-MARGIN} ${-MARGIN} ${side} ${side}`}
      shapeRendering="crispEdges"
    >
      <rect x={-MARGIN} y={-MARGIN} width={side} height={side} fill="var(--sheet)" />
      <path d={dark.join('')} fill="var(--ink)" />
    </svg>
  )
}
