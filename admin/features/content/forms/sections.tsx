import { useRef } from 'react'
import type { FieldSpec, Section } from './field-spec.ts'
import { useProblemCount } from './form-store.ts'
import { FieldList, ProblemMark, useFold } from './group-fields.tsx'

const FEW = 3

/** The parts of a form, each to fold away, with a table of contents where there are many. */
export function Sections({ sections }: { sections: Section[] }) {
  return (
    <>
      {sections.length > FEW && <Contents sections={sections} />}
      {sections.map((section, at) => (
        <FormSection key={section.title} section={section} id={sectionId(at)} />
      ))}
    </>
  )
}

const sectionId = (at: number) => `phan-${at + 1}`

/** Stays in sight while the form goes by, and folds itself away again once a part is chosen. */
function Contents({ sections }: { sections: Section[] }) {
  const fold = useRef<HTMLDetailsElement>(null)
  const paths = useRef(sections.flatMap(({ fields }) => pathsOf(fields)))
  const count = useProblemCount(paths.current)
  function go(id: string) {
    if (fold.current) fold.current.open = false
    const part = document.getElementById(id)
    part?.setAttribute('open', '')
    part?.scrollIntoView({ block: 'start' })
    part?.querySelector('summary')?.focus({ preventScroll: true })
  }
  return (
    <nav aria-label="Các phần của biểu mẫu" className="contents">
      <details ref={fold}>
        <summary>
          Mục lục <span className="caption">{sections.length} phần</span>
          <ProblemMark count={count} />
        </summary>
        <ol>
          {sections.map((section, at) => (
            <li key={section.title}>
              <ContentsLine section={section} onGo={() => go(sectionId(at))} />
            </li>
          ))}
        </ol>
      </details>
    </nav>
  )
}

function ContentsLine({ section: { title, fields }, onGo }: { section: Section; onGo: () => void }) {
  const paths = useRef(pathsOf(fields))
  const count = useProblemCount(paths.current)
  return (
    <button type="button" onClick={onGo}>
      {title}
      <ProblemMark count={count} />
    </button>
  )
}

function FormSection({ section, id }: { section: Section; id: string }) {
  const paths = useRef(pathsOf(section.fields))
  const { fold, count } = useFold(paths.current, true)
  return (
    <details ref={fold} id={id} className="form-section">
      <summary>
        <h2>{section.title}</h2>
        <ProblemMark count={count} />
      </summary>
      {section.help && <p className="field-help">{section.help}</p>}
      <FieldList path="" fields={section.fields} />
    </details>
  )
}

function pathsOf(fields: FieldSpec[]) {
  return fields.flatMap((field) => (field.type === 'tree' ? ['start', 'questions', 'outcomes'] : [field.name]))
}
