import { useEffect, useRef } from 'react'

/** What is wrong with a form, at its top, each line leading to its field. */
export function ProblemSummary({ problems }: { problems: { field: string; text: string }[] }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (problems.length > 0) box.current?.focus()
  }, [problems])
  if (problems.length === 0) return null
  return (
    <div className="note bad stack" role="alert" ref={box} tabIndex={-1}>
      <p>
        <strong>{problems.length === 1 ? 'Còn một chỗ cần sửa' : `Còn ${problems.length} chỗ cần sửa`}</strong>
      </p>
      <ul className="bullets">
        {problems.map(({ field, text }) => (
          <li key={field}>
            <a
              href={`#${field}`}
              onClick={(event) => {
                event.preventDefault()
                document.getElementById(field)?.focus()
              }}
            >
              {text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
