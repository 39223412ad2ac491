import { useDeferredValue, useEffect, useId, useState } from 'react'
import { fieldId } from '../field-names.ts'
import { FieldNotes, GroupFrame } from './field-frame.tsx'
import { type FieldOf, textOf } from './field-spec.ts'
import { useForm, useProblem } from './form-store.ts'
import { joinPath } from './form-value.ts'
import { ItemButtons } from './item-buttons.tsx'
import {
  kindOfName,
  type Published,
  REFERENCE_KINDS,
  type ReferenceKind,
  useSearchPublished,
  useTitles,
} from './published.ts'
import { useList } from './use-list.ts'

const WHILE_TYPING_MS = 350

export function ReferencesField({ path, spec }: { path: string; spec: FieldOf<'references'> }) {
  return <NamesField path={path} spec={spec} most={spec.most} nameOf={(stored) => stored} store={(name) => name} />
}

/** Documents are stored by their slug alone. */
export function DocumentsField({ path, spec }: { path: string; spec: FieldOf<'documents'> }) {
  return (
    <NamesField
      path={path}
      spec={spec}
      kind="document"
      nameOf={(slug) => `document:${slug}`}
      store={(name) => name.slice(name.indexOf(':') + 1)}
    />
  )
}

type NamesProps = {
  path: string
  spec: { label: string; help?: string }
  kind?: ReferenceKind
  most?: number
  nameOf: (stored: string) => string
  store: (name: string) => string
}

function NamesField({ path, spec, kind, most, nameOf, store }: NamesProps) {
  const { readOnly } = useForm()
  const list = useList(path)
  const names = list.items.map((item) => nameOf(textOf(item)))
  const titles = useTitles(names)
  const isFull = most !== undefined && names.length >= most
  return (
    <GroupFrame path={path} spec={spec}>
      <ol className="items">
        {list.keys.map((key, at) => (
          <li key={key} className="name-item">
            <OneName path={joinPath(path, at)} name={names[at] ?? ''} title={titles[at]} />
            <ItemButtons
              name={`“${titles[at] ?? names[at]}”`}
              at={at}
              count={names.length}
              onMove={(by) => list.move(at, by)}
              onRemove={() => list.remove(at)}
            />
          </li>
        ))}
      </ol>
      {!readOnly && !isFull && (
        <Picker label={spec.label} kind={kind} taken={names} onPick={(name) => list.append(store(name))} />
      )}
    </GroupFrame>
  )
}

function OneName({ path, name, title }: { path: string; name: string; title: string | null | undefined }) {
  const id = fieldId(path)
  const problem = useProblem(path)
  const kind = kindOfName(name)
  return (
    <div id={id} tabIndex={-1}>
      <span className="caption">{kind ? REFERENCE_KINDS[kind].label : 'Không rõ loại'}</span>{' '}
      {title ?? <code>{name}</code>}
      {title === null && <p className="field-problem">Chưa công bố hoặc không có</p>}
      <FieldNotes id={id} problem={problem} />
    </div>
  )
}

/** Looks through what is public; what is found stands under the box as buttons. */
function Picker({
  label,
  kind: only,
  taken,
  onPick,
}: {
  label: string
  kind: ReferenceKind | undefined
  taken: string[]
  onPick: (name: string) => void
}) {
  const id = useId()
  const [typed, setTyped] = useState('')
  const [kind, setKind] = useState(only)
  const words = useRested(typed)
  const { data, isFetching, error } = useSearchPublished(words, kind)
  const found = useDeferredValue(typed.trim() === '' ? undefined : data)?.filter(({ name }) => !taken.includes(name))

  function pick({ name }: Published) {
    onPick(name)
    setTyped('')
    document.getElementById(id)?.focus()
  }
  return (
    <div className="picker">
      <div className="input-row">
        {only === undefined && (
          <select
            className="input"
            aria-label={`Loại để tìm cho ${label}`}
            value={kind ?? ''}
            onChange={({ target }) => setKind(kindOfName(`${target.value}:`))}
          >
            <option value="">Mọi loại</option>
            {Object.entries(REFERENCE_KINDS).map(([value, each]) => (
              <option key={value} value={value}>
                {each.label}
              </option>
            ))}
          </select>
        )}
        <input
          id={id}
          className="input"
          type="search"
          autoComplete="off"
          aria-label={`Tìm để thêm vào ${label}`}
          placeholder="Tìm theo tên, mã, số hiệu để thêm"
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
        />
      </div>
      <p className="caption" role="status">
        {typed.trim() === '' ? '' : error ? 'Chưa tìm được, anh/chị thử lại.' : statusOf(found, isFetching)}
      </p>
      {found && found.length > 0 && (
        <ul className="found">
          {found.map((hit) => (
            <li key={hit.name}>
              <button type="button" onClick={() => pick(hit)}>
                <span className="caption">{wordOf(hit.name)}</span> {hit.title}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function statusOf(found: Published[] | undefined, isFetching: boolean) {
  if (isFetching || found === undefined) return 'Đang tìm…'
  return found.length === 0 ? 'Không thấy nội dung nào đang công bố.' : `${found.length} kết quả, bấm để thêm.`
}

function wordOf(name: string) {
  const kind = kindOfName(name)
  return kind ? REFERENCE_KINDS[kind].label : ''
}

function useRested(typed: string) {
  const [rested, setRested] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setRested(typed), WHILE_TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed])
  return rested
}
