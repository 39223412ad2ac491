import type { Edition, FieldProblem } from './entry.ts'
import { fieldName } from './field-names.ts'
import { focusField } from './focus-field.ts'
import { problemWords } from './words.ts'

/** On its way to people: whoever writes, reviews or publishes it has to know. */
export const ON_ITS_WAY = new Set<Edition['state']>(['draft', 'submitted', 'returned', 'approved', 'scheduled'])

/** What the draft lacks, each a way to its field. */
export function ProblemsPanel({ edition: { state, problems } }: { edition: Edition }) {
  if (!ON_ITS_WAY.has(state) || problems.forPublishing.length === 0) return null
  const isHidden = problems.forPreview.length > 0
  return (
    <details className="note warn" open={problems.forPublishing.length < 12}>
      <summary>Còn thiếu để công bố: {problems.forPublishing.length} mục</summary>
      {isHidden && <p>Chưa xem trước được vì thiếu: {names(problems.forPreview)}.</p>}
      <ul>
        {problems.forPublishing.map(({ field, problem }) => (
          <li key={`${field} ${problem}`}>
            <button type="button" className="as-link" onClick={() => focusField(field)}>
              {fieldName(field)}
            </button>{' '}
            {problemWords(problem)}
          </li>
        ))}
      </ul>
    </details>
  )
}

function names(problems: FieldProblem[]) {
  return problems.map(({ field }) => fieldName(field)).join(', ')
}
