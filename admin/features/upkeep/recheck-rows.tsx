import { Checkbox } from 'antd'
import { Link } from 'react-router-dom'
import { DiffList } from '../content/diff-list.tsx'
import '../content/content.css'
import { OUTCOME_WORDS, type RecheckRow } from './words.ts'

/** A row of which a draft can still be made. */
export function isAcceptable({ outcome, draftId }: RecheckRow) {
  return draftId === null && (outcome === 'changed' || outcome === 'same')
}

export function RecheckRows({
  rows,
  chosen,
  onChoose,
}: {
  rows: RecheckRow[]
  chosen: ReadonlySet<string>
  onChoose: (codes: ReadonlySet<string>) => void
}) {
  function toggle(code: string, isChosen: boolean) {
    onChoose(new Set(isChosen ? [...chosen, code] : [...chosen].filter((each) => each !== code)))
  }
  return (
    <ul className="recheck-rows">
      {rows.map((row) => (
        <li key={row.code} className="card" data-row="" tabIndex={-1}>
          {isAcceptable(row) ? (
            <Checkbox checked={chosen.has(row.code)} onChange={({ target }) => toggle(row.code, target.checked)}>
              <Name row={row} />
            </Checkbox>
          ) : (
            <Name row={row} />
          )}
          <p className="caption">
            {OUTCOME_WORDS[row.outcome]}
            {row.draftId !== null && ' · đã thành bản nháp'}
            {row.entryId !== null && (
              <>
                {' · '}
                <Link to={`/noi-dung/${row.entryId}`} className="roomy">
                  Mở thủ tục
                </Link>
              </>
            )}
          </p>
          {row.fields.length > 0 && <DiffList fields={row.fields} />}
        </li>
      ))}
    </ul>
  )
}

function Name({ row: { code, title } }: { row: RecheckRow }) {
  return (
    <>
      <strong>{title}</strong> <span className="caption">{code}</span>
    </>
  )
}
