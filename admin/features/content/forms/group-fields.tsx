import { memo, useEffect, useRef } from 'react'
import { fieldId } from '../field-names.ts'
import { FieldNotes, GroupFrame } from './field-frame.tsx'
import type { FieldOf, FieldSpec } from './field-spec.ts'
import { useForm, useProblem, useProblemCount, useValue } from './form-store.ts'
import { blankFields, isFields, joinPath } from './form-value.ts'
import { AddButton, ItemButtons, UndoRemoval } from './item-buttons.tsx'
import { useList } from './use-list.ts'

export function FieldList({ path, fields }: { path: string; fields: FieldSpec[] }) {
  const { Field } = useForm()
  return (
    <div className="fields">
      {fields.map((spec) => (
        <div key={spec.name} className={spec.isHalf && 'half'}>
          <Field path={joinPath(path, spec.name)} spec={spec} />
        </div>
      ))}
    </div>
  )
}

export function GroupField({ path, spec }: { path: string; spec: FieldOf<'group'> }) {
  return (
    <GroupFrame path={path} spec={spec}>
      <FieldList path={path} fields={spec.fields} />
    </GroupFrame>
  )
}

export function GroupsField({ path, spec }: { path: string; spec: FieldOf<'groups'> }) {
  const list = useList(path)
  const item = spec.item.toLocaleLowerCase('vi')

  function add() {
    const last = list.items.at(-1)
    const repeated = isFields(last) ? (spec.repeats ?? []).map((name) => [name, last[name]]) : []
    list.add({ ...blankFields(spec.fields), ...Object.fromEntries(repeated) })
  }
  return (
    <GroupFrame path={path} spec={spec}>
      <ol className="items">
        {list.keys.map((key, at) => (
          <li key={key} className={`group-item ${spec.shape ?? 'folds'}`}>
            <Item path={joinPath(path, at)} spec={spec} number={at + 1} isNew={list.isNew(key)} />
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
      <AddButton label={`Thêm ${item}`} onAdd={add} />
    </GroupFrame>
  )
}

type ItemProps = { path: string; spec: FieldOf<'groups'>; number: number; isNew: boolean }

const Item = memo(function Item({ path, spec, number, isNew }: ItemProps) {
  const id = fieldId(path)
  const problem = useProblem(path)
  const name = `${spec.item} ${number}`
  const inside =
    spec.shape === 'rows' ? (
      <Row path={path} spec={spec} name={name} />
    ) : spec.shape === 'plain' ? (
      <FieldList path={path} fields={spec.fields} />
    ) : (
      <Folded path={path} spec={spec} name={name} isNew={isNew} />
    )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would say again what the fold says
    <div role="group" id={id} tabIndex={-1} aria-label={name}>
      {inside}
      <FieldNotes id={id} problem={problem} />
    </div>
  )
})

function Folded({ path, spec, name, isNew }: Omit<ItemProps, 'number'> & { name: string }) {
  const { fold, count } = useFold([path], isNew)
  return (
    <details ref={fold}>
      <summary>
        {name}
        <ItemTitle path={path} spec={spec} />
        <ProblemMark count={count} />
      </summary>
      <FieldList path={path} fields={spec.fields} />
    </details>
  )
}

function Row({ path, spec, name }: Omit<ItemProps, 'number' | 'isNew'> & { name: string }) {
  const cells = spec.fields.filter((field) => field.isHalf)
  const others = spec.fields.filter((field) => !field.isHalf)
  const { fold, count } = useFold(
    others.map((field) => joinPath(path, field.name)),
    false,
  )
  return (
    <>
      <FieldList path={path} fields={cells} />
      <details ref={fold}>
        <summary>
          {others.map((field) => field.label).join(', ')}
          <span className="only-heard"> của {name}</span>
          <ProblemMark count={count} />
        </summary>
        <FieldList path={path} fields={others} />
      </details>
    </>
  )
}

function ItemTitle({ path, spec }: Pick<ItemProps, 'path' | 'spec'>) {
  const value = useValue(path)
  const title = isFields(value) ? spec.titleOf(value) : ''
  return title === '' ? null : <span className="caption"> · {title}</span>
}

/** A part that opens by itself when something in it is found wrong, so that a problem is never hidden. */
export function useFold(paths: string[], isOpenAtFirst: boolean) {
  const fold = useRef<HTMLDetailsElement>(null)
  const count = useProblemCount(paths)
  // biome-ignore lint/correctness/useExhaustiveDependencies: it opens once; afterwards it is the person's to close
  useEffect(() => {
    if (fold.current && isOpenAtFirst) fold.current.open = true
  }, [])
  useEffect(() => {
    if (fold.current && count > 0) fold.current.open = true
  }, [count])
  return { fold, count }
}

export function ProblemMark({ count }: { count: number }) {
  if (count === 0) return null
  return <span className="problem-mark"> · {count} mục cần xem lại</span>
}
