import type { DraftText } from './use-draft.ts'

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
  return Object.keys({ ...one.body, ...other.body }).filter((name) => !isSame(one.body[name], other.body[name]))
}
