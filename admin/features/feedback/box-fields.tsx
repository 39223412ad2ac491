import { Button, InputNumber } from 'antd'
import { useId } from 'react'
import type { Box } from './redaction-box.ts'

const SIDES = [
  { side: 'x', label: 'Cách trái (%)', least: 0, most: 99 },
  { side: 'y', label: 'Cách trên (%)', least: 0, most: 99 },
  { side: 'width', label: 'Rộng (%)', least: 1, most: 100 },
  { side: 'height', label: 'Cao (%)', least: 1, most: 100 },
] as const

type Props = { name: string; box: Box; onChange: (box: Box) => void; onDrop: () => void }

/** One box in numbers; the arrow keys go up and down by one. */
export function BoxFields({ name, box, onChange, onDrop }: Props) {
  const id = useId()
  return (
    <fieldset className="plain-fieldset">
      <legend>{name}</legend>
      <div className="box-fields">
        {SIDES.map(({ side, label, least, most }) => (
          <div key={side}>
            <label htmlFor={`${id}-${side}`}>{label}</label>
            <InputNumber
              id={`${id}-${side}`}
              min={least}
              max={most}
              precision={0}
              value={Math.round(box[side] * 100)}
              onChange={(percent) => percent !== null && onChange({ ...box, [side]: percent / 100 })}
            />
          </div>
        ))}
        <Button onClick={onDrop}>Bỏ {name.toLowerCase()}</Button>
      </div>
    </fieldset>
  )
}
