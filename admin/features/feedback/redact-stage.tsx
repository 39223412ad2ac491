import { type PointerEvent, useState } from 'react'
import { type Box, boxBetween, clamp, type Point } from './redaction-box.ts'
import { ReportPhoto } from './report-photo.tsx'

type Props = { src: string; boxes: { key: number; box: Box }[]; onDrawn: (box: Box) => void }

/** The photo under its boxes; who uses no pointer has the fields below it. */
export function RedactStage({ src, boxes, onDrawn }: Props) {
  const [drag, setDrag] = useState<{ start: Point; end: Point }>()
  const drawn = drag && boxBetween(drag.start, drag.end)

  function begin(event: PointerEvent<HTMLDivElement>) {
    if (event.button !== 0 || !event.isPrimary) return
    event.currentTarget.setPointerCapture(event.pointerId)
    const start = pointIn(event)
    setDrag({ start, end: start })
  }
  function finish() {
    setDrag(undefined)
    if (drawn) onDrawn(drawn)
  }
  return (
    <div className="redact-stage">
      <ReportPhoto src={src} alt="Ảnh gốc để che" />
      {boxes.map(({ key, box }, index) => (
        <span key={key} className="redact-box" style={placed(box)} aria-hidden="true">
          {index + 1}
        </span>
      ))}
      {drawn && <span className="redact-box" style={placed(drawn)} aria-hidden="true" />}
      <div
        className="redact-glass"
        aria-hidden="true"
        onPointerDown={begin}
        onPointerMove={(event) => drag && setDrag({ ...drag, end: pointIn(event) })}
        onPointerUp={finish}
        onPointerCancel={() => setDrag(undefined)}
      />
    </div>
  )
}

function pointIn({ currentTarget, clientX, clientY }: PointerEvent<HTMLDivElement>): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect()
  return { x: clamp((clientX - left) / width, 0, 1), y: clamp((clientY - top) / height, 0, 1) }
}

function placed({ x, y, width, height }: Box) {
  return { left: `${x * 100}%`, top: `${y * 100}%`, width: `${width * 100}%`, height: `${height * 100}%` }
}
