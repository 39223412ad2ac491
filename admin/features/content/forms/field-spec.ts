type Common = {
  name: string
  label: string
  help?: string
  /** Stands beside its neighbour where there is room. */
  isHalf?: true
  /** What nothing means here, where that is not plainly "not known yet". */
  blank?: string
}

export type Option = { value: string; label: string }

/** What one field of a body is and how it is filled in; `isOptional` ones are `null` when nothing is written. */
export type FieldSpec = Common &
  (
    | { type: 'text'; isLong?: true; isOptional?: true; input?: 'url'; suggests?: 'procedureFields' }
    | { type: 'number'; isOptional?: true; isWhole?: true }
    | { type: 'date'; isOptional?: true; offers?: 'today' | 'later' }
    | { type: 'time'; isOptional: true }
    | { type: 'choice'; options: Option[]; isOptional?: true }
    | { type: 'choices'; options: Option[] }
    | { type: 'tags' }
    | { type: 'texts'; item: string }
    | { type: 'group'; fields: FieldSpec[] }
    | GroupsSpec
    | { type: 'condition'; isOptional: true }
    | { type: 'markdown' }
    | { type: 'references'; most?: number }
    | { type: 'documents' }
    /** Made by the service when the thing is created. */
    | { type: 'fixed' }
    /** A name nobody has to write: made from the neighbour `from`, or of `or` while that is empty. */
    | { type: 'key'; from: string; or?: string }
    | { type: 'prefills' }
    /** Where an answer of a decision tree leads. */
    | { type: 'next' }
    /** Stands in three fields of the body: `start`, `questions` and `outcomes`. */
    | { type: 'tree'; questions: FieldSpec[]; outcomes: FieldSpec[] }
  )

type GroupsSpec = {
  type: 'groups'
  /** What one of them is called, `Giấy tờ`. */
  item: string
  fields: FieldSpec[]
  /** The line that stands for a folded one. */
  titleOf: (item: Record<string, unknown>) => string
  /** `rows`: its half-width fields on one line like a table, the others folded under it. `plain`: never folded. */
  shape?: 'rows' | 'plain'
  /** Fields a new one takes over from the last. */
  repeats?: string[]
}

export type Section = { title: string; help?: string; fields: FieldSpec[] }

export type FieldOf<Type extends FieldSpec['type']> = Extract<FieldSpec, { type: Type }>

/** A number or a choice that is missing says so, so that nobody reads it as none. */
export const UNKNOWN = 'chưa có thông tin'

export function textOf(value: unknown) {
  return typeof value === 'string' ? value : ''
}
