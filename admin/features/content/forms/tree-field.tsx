import { App } from 'antd'
import { memo } from 'react'
import { fieldId } from '../field-names.ts'
import { focusField } from '../focus-field.ts'
import { FieldNotes } from './field-frame.tsx'
import { type FieldOf, type FieldSpec, textOf } from './field-spec.ts'
import { useForm, useProblem, useValue } from './form-store.ts'
import { joinPath } from './form-value.ts'
import { FieldList, ProblemMark, useFold } from './group-fields.tsx'
import { AddButton } from './item-buttons.tsx'
import { type Flaw, flawsOf, nodeTitle, type Part, removeNode, renameNode, wishedKey } from './tree.ts'
import { NextField } from './tree-next-field.tsx'
import { TreeWalk } from './tree-walk.tsx'
import { focusInput, useItemKeys } from './use-list.ts'
import { useTree } from './use-tree.ts'

const PARTS = {
  questions: { title: 'Các câu hỏi', item: 'Câu hỏi', add: 'Thêm câu hỏi', named: 'text' },
  outcomes: { title: 'Các kết quả', item: 'Kết quả', add: 'Thêm kết quả', named: 'title' },
} as const
const START = { label: 'Bắt đầu từ', help: 'Câu hỏi đầu tiên người dân thấy.' }

/** A decision tree: questions whose answers lead to other questions or to outcomes. */
export function TreeField({ spec }: { spec: FieldOf<'tree'> }) {
  return (
    <div className="tree">
      <Flaws />
      <NextField path="start" spec={START} />
      <Nodes part="questions" fields={spec.questions} />
      <Nodes part="outcomes" fields={spec.outcomes} />
      <TreeWalk />
    </div>
  )
}

function Flaws() {
  const { tree } = useTree()
  const flaws = flawsOf(tree)
  if (flaws.length === 0)
    return (
      <p className="note good" role="status">
        Mọi câu trả lời đều dẫn đến một kết quả.
      </p>
    )
  return (
    <div className="note warn" role="status">
      <p>Đường đi còn {flaws.length} chỗ chưa xong:</p>
      <ul>
        {flaws.map((flaw) => (
          <li key={flawPath(flaw)}>
            {flawWords(flaw, (key) => nodeTitle(tree, key))}{' '}
            <button type="button" className="small-button" onClick={() => focusField(flawPath(flaw))}>
              Đến chỗ này
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

function flawPath(flaw: Flaw): string {
  if (flaw.flaw === 'no_start') return 'start'
  if (flaw.flaw === 'never_reached') return joinPath(flaw.part, flaw.key)
  return `questions.${flaw.key}.options.${flaw.option}.next`
}

function flawWords(flaw: Flaw, title: (key: string) => string): string {
  switch (flaw.flaw) {
    case 'no_start':
      return 'Chưa chọn câu hỏi đầu tiên.'
    case 'never_reached':
      return `“${title(flaw.key)}”: không có câu trả lời nào dẫn đến.`
    case 'leads_nowhere':
      return `“${title(flaw.key)}”, câu trả lời ${flaw.option + 1}: chưa dẫn đến đâu.`
    case 'circle':
      return `“${title(flaw.key)}”, câu trả lời ${flaw.option + 1}: dẫn vòng lại câu hỏi đã qua.`
  }
}

function Nodes({ part, fields }: { part: Part; fields: FieldSpec[] }) {
  const { readOnly } = useForm()
  const { modal } = App.useApp()
  const value = useValue(part)
  const names = Object.keys(typeof value === 'object' && value !== null ? value : {})
  const itemKeys = useItemKeys(names.length)
  const { tree, change, add } = useTree()
  const words = PARTS[part]

  function remove(name: string, at: number) {
    modal.confirm({
      title: `Bỏ “${nodeTitle(tree, name)}”?`,
      content: 'Câu trả lời nào đang dẫn đến đây sẽ cần chọn lại.',
      okText: 'Bỏ',
      cancelText: 'Giữ lại',
      onOk: () => {
        itemKeys.remove(at)
        change(removeNode(tree, name))
        focusInput(part)
      },
    })
  }
  return (
    <fieldset className="field" id={fieldId(part)} tabIndex={-1}>
      <legend>{words.title}</legend>
      <ol className="items">
        {itemKeys.keys.map((key, at) => {
          const name = names[at] ?? ''
          return (
            <li key={key} className="group-item folds">
              <Node
                path={joinPath(part, name)}
                part={part}
                fields={fields}
                number={at + 1}
                isNew={itemKeys.isNew(key)}
              />
              {!readOnly && (
                <div className="item-buttons">
                  <button
                    type="button"
                    className="small-button"
                    aria-label={`Bỏ ${words.item.toLocaleLowerCase('vi')} ${at + 1}`}
                    onClick={() => remove(name, at)}
                  >
                    Bỏ
                  </button>
                </div>
              )}
            </li>
          )
        })}
      </ol>
      <AddButton label={words.add} onAdd={() => focusInput(joinPath(part, add(part, fields)))} />
    </fieldset>
  )
}

type NodeProps = { path: string; part: Part; fields: FieldSpec[]; number: number; isNew: boolean }

const Node = memo(function Node({ path, part, fields, number, isNew }: NodeProps) {
  const id = fieldId(path)
  const problem = useProblem(path)
  const { fold, count } = useFold([path], isNew)
  const name = `${PARTS[part].item} ${number}`
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would say again what the fold says
    <div role="group" id={id} tabIndex={-1} aria-label={name}>
      <details ref={fold}>
        <summary>
          {name}
          <NodeTitle path={joinPath(path, PARTS[part].named)} />
          <ProblemMark count={count} />
        </summary>
        <FieldList path={path} fields={fields} />
        <NodeKey path={path} />
      </details>
      <FieldNotes id={id} problem={problem} />
    </div>
  )
})

function NodeTitle({ path }: { path: string }) {
  const title = textOf(useValue(path))
  return title === '' ? null : <span className="caption"> · {title}</span>
}

/** The name other parts lead to it by; made once, and made anew only when somebody asks for it. */
function NodeKey({ path }: { path: string }) {
  const { readOnly } = useForm()
  const { tree, change } = useTree()
  const key = path.slice(path.indexOf('.') + 1)
  const wished = wishedKey(tree, key)
  return (
    <p className="caption node-key">
      Mã: <code>{key}</code>{' '}
      {!readOnly && wished !== key && (
        <button type="button" className="small-button" onClick={() => change(renameNode(tree, key, wished))}>
          Đổi mã thành <code>{wished}</code>
        </button>
      )}
    </p>
  )
}
