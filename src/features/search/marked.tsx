const START = '\u0002'
const END = '\u0003'

/** A snippet whose matches stand between two control characters. */
export function Marked({ text }: { text: string }) {
  return text.split(START).map((part, at) => {
    if (at === 0) return part
    const [matched = '', rest = ''] = part.split(END)
    return (
      // The parts of one text never move, so their place names them.
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <span key={at}>
        <mark>{matched}</mark>
        {rest}
      </span>
    )
  })
}
