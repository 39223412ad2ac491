import { useForm } from './form-store.ts'

/** Up, down and away, each naming the item it is for. */
export function ItemButtons({
  name,
  at,
  count,
  onMove,
  onRemove,
}: {
  name: string
  at: number
  count: number
  onMove: (by: 1 | -1) => void
  onRemove: () => void
}) {
  const { readOnly } = useForm()
  if (readOnly) return null
  return (
    <div className="item-buttons">
      {count > 1 && (
        <>
          <button
            type="button"
            className="small-button"
            aria-label={`Đưa ${name} lên`}
            aria-disabled={at === 0}
            onClick={() => onMove(-1)}
          >
            ↑
          </button>
          <button
            type="button"
            className="small-button"
            aria-label={`Đưa ${name} xuống`}
            aria-disabled={at === count - 1}
            onClick={() => onMove(1)}
          >
            ↓
          </button>
        </>
      )}
      <button type="button" className="small-button" aria-label={`Bỏ ${name}`} onClick={onRemove}>
        Bỏ
      </button>
    </div>
  )
}

export function AddButton({ label, onAdd }: { label: string; onAdd: () => void }) {
  const { readOnly } = useForm()
  if (readOnly) return null
  return (
    <button type="button" className="add-button" onClick={onAdd}>
      + {label}
    </button>
  )
}

/** A slip of the hand takes nothing away for good. */
export function UndoRemoval({
  list: { removed, putBack },
  item,
}: {
  list: { removed: { at: number } | undefined; putBack: () => void }
  item: string
}) {
  if (!removed) return null
  return (
    <p className="undo" role="status">
      Đã bỏ {item} {removed.at + 1}.{' '}
      <button type="button" className="small-button" onClick={putBack}>
        Lấy lại
      </button>
    </p>
  )
}
