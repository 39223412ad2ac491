import { useEffect, useRef } from 'react'
import { problemText } from '../api/problem-text.ts'
import type { FieldName, SaveProblems } from './use-form-save.ts'

/** What stops a save, summed up above the form; each line leads to its field. */
export function FormProblems({
  save: { problem, fieldProblems, focusField },
  labels = {},
}: {
  save: SaveProblems
  /** Field names as people read them, `'steps.*.title': 'Tên bước'`; what is not named shows its problem alone. */
  labels?: Record<string, string>
}) {
  const box = useRef<HTMLDivElement>(null)
  const isShown = problem !== undefined || fieldProblems.length > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: every failed save is told anew
  useEffect(() => {
    if (isShown) box.current?.focus()
  }, [problem, fieldProblems])
  if (!isShown) return null

  return (
    <div ref={box} tabIndex={-1} role="alert" className="note bad form-problems">
      <p>{problem ? problemText(problem) : 'Có ô điền chưa đúng. Anh/chị xem lại các ô sau.'}</p>
      {fieldProblems.length > 0 && (
        <ul>
          {fieldProblems.map(({ name, text }) => (
            <li key={name.join('.')}>
              <button type="button" className="text-button" onClick={() => focusField(name)}>
                {describe(name, labels)}
                {text}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function describe(name: FieldName, labels: Record<string, string>) {
  const label = labels[name.map((part) => (typeof part === 'number' ? '*' : part)).join('.')]
  const at = name.find((part) => typeof part === 'number')
  if (label === undefined) return ''
  return at === undefined ? `${label}: ` : `${label} (mục ${Number(at) + 1}): `
}
