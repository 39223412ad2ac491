import { type KeyboardEvent, useState } from 'react'
import { fieldId } from '../field-names.ts'
import { describedBy, FieldFrame, FieldNotes, GroupFrame } from './field-frame.tsx'
import { type FieldOf, textOf } from './field-spec.ts'
import { useForm, useProblem, useValue } from './form-store.ts'
import { joinPath, listOf } from './form-value.ts'
import { AddButton, ItemButtons, UndoRemoval } from './item-buttons.tsx'
import { useList } from './use-list.ts'

export function TextsField({ path, spec }: { path: string; spec: FieldOf<'texts'> }) {
  const list = useList(path)
  const item = spec.item.toLocaleLowerCase('vi')
  return (
    <GroupFrame path={path} spec={spec}>
      <ol className="items">
        {list.keys.map((key, at) => (
          <li key={key} className="text-item">
            <OneText path={joinPath(path, at)} label={`${spec.item} ${at + 1}`} />
            <ItemButtons
              name={`${item} ${at + 1}`}
              at={at}
              count={list.items.length}
              onMove={(by) => list.move(at, by)}
              onRemove={() => list.remove(at)}
            />
          </li>
        ))}
      </ol>
      <UndoRemoval list={list} item={item} />
      <AddButton label={`Thêm ${item}`} onAdd={() => list.add('')} />
    </GroupFrame>
  )
}

function OneText({ path, label }: { path: string; label: string }) {
  const { store, readOnly } = useForm()
  const value = textOf(useValue(path))
  const problem = useProblem(path)
  const id = fieldId(path)
  return (
    <div className="field">
      <textarea
        id={id}
        {...describedBy(id, { problem })}
        className="input"
        aria-label={label}
        rows={1}
        value={value}
        readOnly={readOnly}
        onChange={(event) => store.change(path, event.target.value)}
      />
      <FieldNotes id={id} problem={problem} />
    </div>
  )
}

/** Words one after another: Enter or a comma ends one, and a list pasted in becomes as many as it has lines. */
export function TagsField({ path, spec }: { path: string; spec: FieldOf<'tags'> }) {
  const { store, readOnly } = useForm()
  const tags = listOf(useValue(path)).map(textOf)
  const [typed, setTyped] = useState('')

  function take(text: string) {
    const words = text.split(/[\n,;]/).map((word) => word.trim())
    const fresh = words.filter((word, at) => word !== '' && !tags.includes(word) && words.indexOf(word) === at)
    if (fresh.length > 0) store.change(path, [...tags, ...fresh])
    setTyped('')
  }
  function onKey(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      take(typed)
    }
    const last = tags.length - 1
    if (event.key === 'Backspace' && typed === '' && last >= 0) store.change(path, tags.slice(0, last))
  }
  return (
    <FieldFrame path={path} spec={spec} isWhole>
      {(input) => (
        <div className="tags">
          <ul>
            {tags.map((tag) => (
              <li key={tag}>
                {tag}
                {!readOnly && (
                  <button
                    type="button"
                    aria-label={`Bỏ “${tag}”`}
                    onClick={() =>
                      store.change(
                        path,
                        listOf(store.read(path)).filter((each) => each !== tag),
                      )
                    }
                  >
                    ×
                  </button>
                )}
              </li>
            ))}
          </ul>
          <input
            {...input}
            className="input"
            autoComplete="off"
            value={typed}
            readOnly={readOnly}
            placeholder="Gõ rồi nhấn Enter"
            onKeyDown={onKey}
            onBlur={() => take(typed)}
            onPaste={(event) => {
              const pasted = event.clipboardData.getData('text')
              if (!/[\n,;]/.test(pasted)) return
              event.preventDefault()
              take(`${typed}\n${pasted}`)
            }}
            onChange={(event) =>
              /[,;]$/.test(event.target.value) ? take(event.target.value) : setTyped(event.target.value)
            }
          />
        </div>
      )}
    </FieldFrame>
  )
}
