import { useState } from 'react'
import { useApi } from '../../api/client.ts'
import { TextField } from '../../ui/text-field.tsx'
import { usePaused } from '../../ui/use-paused.ts'
import type { StepProps } from './form-screen.tsx'
import { PickGroup } from './pick-group.tsx'

export function MatterStep({ draft, facts, change, errorOf }: StepProps) {
  return (
    <>
      <PickGroup
        legend="Mục"
        name="linh-vuc"
        value={draft.categoryId}
        options={facts.categories.map(({ id, name, help }) => ({ value: id, title: name, help }))}
        error={errorOf('linh-vuc')}
        onChange={(categoryId) => change({ categoryId })}
      />
      <UnitField unit={draft.unit} onChange={(unit) => change({ unit })} />
    </>
  )
}

type Unit = { id: string; name: string } | null

function UnitField({ unit, onChange }: { unit: Unit; onChange: (unit: Unit) => void }) {
  const [typed, setTyped] = useState('')
  const asked = usePaused(typed.trim())
  if (unit)
    return (
      <section className="card stack" aria-labelledby="noi-lien-quan">
        <h2 id="noi-lien-quan">Nơi liên quan</h2>
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
      <TextField
        id="noi-lien-quan"
        label="Trường, cơ quan nào? (không bắt buộc)"
        help="Gõ vài chữ của tên, không cần dấu. Không thấy thì bỏ qua, Sở sẽ chuyển đúng nơi."
        autoComplete="off"
        maxLength={100}
        value={typed}
        onChange={setTyped}
      />
      {asked.length >= 2 && <UnitsFound query={asked} onChange={onChange} />}
    </div>
  )
}

function UnitsFound({ query, onChange }: { query: string; onChange: (unit: Unit) => void }) {
  const found = useApi().useAsk('/api/feedback/units', { query: { q: query } }, { keepPrevious: true })
  if (found.error) return <p className="note">Chưa tìm được tên nơi này. Bạn bỏ qua ô này cũng được.</p>
  if (found.data === undefined) return null
  return (
    <div role="status">
      {found.data.items.length === 0 ? (
        <p className="note">Không có nơi nào tên như vậy. Bạn gõ ngắn hơn, hoặc bỏ qua.</p>
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
