import { diffLines, diffWordsWithSpace } from 'diff'
import type { DiffField } from './diff-list.tsx'
import type { Body, ChangeKind, Edition } from './entry.ts'

export type DraftText = { body: Body; changeKind: ChangeKind | null; changeNote: string | null }

/** Longer texts are compared by lines: comparing words costs the product of both lengths. */
const LONGEST_BY_WORDS = 4_000

export const textOf = ({ body, changeKind, changeNote }: DraftText | Edition): DraftText => ({
  body,
  changeKind,
  changeNote,
})

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Field by field: what was changed here wins, everything else is as the other person left it. */
export function mergeDrafts({
  base,
  mine,
  theirs,
}: {
  base: DraftText
  mine: DraftText
  theirs: DraftText
}): DraftText {
  const names = Object.keys({ ...base.body, ...mine.body, ...theirs.body })
  const body = Object.fromEntries(
    names.map((name) => {
      const isMine = !isSame(mine.body[name], base.body[name])
      return [name, isMine ? mine.body[name] : theirs.body[name]]
    }),
  )
  return {
    body,
    changeKind: mine.changeKind === base.changeKind ? theirs.changeKind : mine.changeKind,
    changeNote: mine.changeNote === base.changeNote ? theirs.changeNote : mine.changeNote,
  }
}

/** Names of the fields in which two texts differ. */
export function differingFields(one: DraftText, other: DraftText): string[] {
  const [before, after] = [fieldsOf(one), fieldsOf(other)]
  return Object.keys({ ...before, ...after }).filter((name) => !isSame(before[name], after[name]))
}

/** What differs between two texts, words that went and words that came. */
export function diffDrafts(before: DraftText, after: DraftText): DiffField[] {
  const [old, now] = [leaves(fieldsOf(before)), leaves(fieldsOf(after))]
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((field) => {
    const [from = '', to = ''] = [old.get(field), now.get(field)]
    return from === to ? [] : [{ field, parts: diffTexts(from, to) }]
  })
}

function fieldsOf({ body, changeKind, changeNote }: DraftText): Body {
  return { ...body, changeKind, changeNote }
}

function diffTexts(from: string, to: string): DiffField['parts'] {
  const isLong = from.length + to.length > LONGEST_BY_WORDS
  const changes = isLong ? diffLines(from, to) : diffWordsWithSpace(from, to)
  return changes.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }))
}

/** Every value by the path of its field, as text. */
function leaves(value: unknown, path = ''): Map<string, string> {
  if (value === null || value === undefined || value === '') return new Map()
  if (typeof value !== 'object') return new Map([[path, String(value)]])
  return new Map(
    Object.entries(value).flatMap(([key, child]) => [...leaves(child, path === '' ? key : `${path}.${key}`)]),
  )
}
