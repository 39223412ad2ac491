import { FieldFrame } from './field-frame.tsx'
import { type FieldOf, textOf } from './field-spec.ts'
import { useForm, useValue } from './form-store.ts'
import { nodeTitle } from './tree.ts'
import { useTree } from './use-tree.ts'

/** Where an answer leads, chosen by what the question asks or the outcome is called. */
export function NextField({ path, spec }: { path: string; spec: Pick<FieldOf<'next'>, 'label' | 'help'> }) {
  const { store, readOnly } = useForm()
  const { tree } = useTree()
  const value = textOf(useValue(path))
  const isLost = value !== '' && !tree.questions[value] && !tree.outcomes[value]
  return (
    <FieldFrame path={path} spec={spec}>
      {(input) => (
        <select
          {...input}
          className="input"
          value={value}
          disabled={readOnly}
          onChange={(event) => store.change(path, event.target.value)}
        >
          <option value="">Chọn…</option>
          {isLost && <option value={value}>Phần đã bỏ, cần chọn lại</option>}
          <optgroup label="Kết quả">
            {Object.keys(tree.outcomes).map((key) => (
              <option key={key} value={key}>
                {nodeTitle(tree, key)}
              </option>
            ))}
          </optgroup>
          <optgroup label="Câu hỏi">
            {Object.keys(tree.questions).map((key) => (
              <option key={key} value={key}>
                {nodeTitle(tree, key)}
              </option>
            ))}
          </optgroup>
        </select>
      )}
    </FieldFrame>
  )
}
