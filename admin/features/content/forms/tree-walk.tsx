import { useEffect, useRef, useState } from 'react'
import { textOf } from './field-spec.ts'
import { listOf } from './form-value.ts'
import { useTitles } from './published.ts'
import { nodeTitle, optionsOf, type Tree } from './tree.ts'
import { useTree } from './use-tree.ts'

/** Answering as a citizen would, on the draft as it stands. */
export function TreeWalk() {
  const { tree } = useTree()
  const [trail, setTrail] = useState<string[]>()
  const heading = useRef<HTMLHeadingElement>(null)
  const at = trail?.at(-1) ?? tree.start
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step of the walk is told from its heading on
  useEffect(() => heading.current?.focus(), [trail])

  if (trail === undefined)
    return (
      <button type="button" className="add-button" onClick={() => setTrail([])}>
        Đi thử như người dân
      </button>
    )
  return (
    <section className="tree-walk" aria-label="Đi thử">
      <h3 ref={heading} tabIndex={-1}>
        {tree.questions[at] || tree.outcomes[at] ? nodeTitle(tree, at) : 'Câu trả lời này chưa dẫn đến đâu'}
      </h3>
      {tree.questions[at] && <Question tree={tree} at={at} onAnswer={(next) => setTrail([...trail, next])} />}
      {tree.outcomes[at] && <Outcome tree={tree} at={at} />}
      <div className="input-row">
        {trail.length > 0 && (
          <>
            <button type="button" className="small-button" onClick={() => setTrail(trail.slice(0, -1))}>
              Quay lại
            </button>
            <button type="button" className="small-button" onClick={() => setTrail([])}>
              Đi lại từ đầu
            </button>
          </>
        )}
        <button type="button" className="small-button" onClick={() => setTrail(undefined)}>
          Thôi đi thử
        </button>
      </div>
    </section>
  )
}

function Question({ tree, at, onAnswer }: { tree: Tree; at: string; onAnswer: (next: string) => void }) {
  const question = tree.questions[at]
  const help = textOf(question?.help)
  return (
    <>
      {help && <p className="caption">{help}</p>}
      <ul className="found">
        {optionsOf(question).map(({ label, next }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: answers may lack words and lead to the same place
          <li key={place}>
            <button type="button" onClick={() => onAnswer(next)}>
              {label || `Câu trả lời ${place + 1} chưa có lời`}
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

function Outcome({ tree, at }: { tree: Tree; at: string }) {
  const lines = listOf(tree.outcomes[at]?.text).map(textOf)
  const links = listOf(tree.outcomes[at]?.links).map(textOf)
  const titles = useTitles(links)
  return (
    <>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {links.length > 0 && <p>Dẫn đến: {links.map((name, place) => titles[place] ?? name).join('; ')}.</p>}
    </>
  )
}
