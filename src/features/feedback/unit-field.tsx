import { useState } from 'react'
import { useApi } from '../../api/client.ts'
import { TextField } from '../../ui/text-field.tsx'
import { usePaused } from '../../ui/use-paused.ts'

type Unit = { id: string; name: string } | null

type Props = {
  id: string
  label: string
  help: string
  error?: string
  /** Stands over the one that is chosen; the label where there is none. */
  chosenTitle?: string
  unit: Unit
  onChange: (unit: Unit) => void
}

/** A school or office, found by a part of its name. */
export function UnitField({ id, label, help, error, chosenTitle = label, unit, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const asked = usePaused(typed.trim())
  if (unit)
    return (
      <section className="card stack" aria-labelledby={id}>
        <h2 id={id}>{chosenTitle}</h2>
        <p>{unit.name}</p>
        <div className="buttons">
          <button type="button" className="button" onClick={() => onChange(null)}>
            Chọn nơi khác
          </button>
        </div>
      </section>
    )
  return (
    <div className="stack">
      <TextField {...{ id, label, help, error }} autoComplete="off" maxLength={100} value={typed} onChange={setTyped} />
      {asked.length >= 2 && <UnitsFound query={asked} onChange={onChange} />}
    </div>
  )
}

function UnitsFound({ query, onChange }: { query: string; onChange: (unit: Unit) => void }) {
  const found = useApi().useAsk('/api/feedback/units', { query: { q: query } }, { keepPrevious: true })
  if (found.error) return <p className="note">Chưa tìm được tên nơi này. Bạn kiểm tra mạng rồi gõ lại.</p>
  if (found.data === undefined) return null
  return (
    <div role="status">
      {found.data.items.length === 0 ? (
        <p className="note">Không có nơi nào tên như vậy. Bạn gõ ngắn hơn, hoặc gõ từ khác.</p>
      ) : (
        <ul className="rows units-found" aria-label="Chọn một nơi">
          {found.data.items.map(({ id, name, above }) => (
            <li key={id}>
              <button type="button" className="row" onClick={() => onChange({ id, name })}>
                <span className="row-text">
                  <span className="row-title">{name}</span>
                  {above && <span className="caption">{above}</span>}
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
