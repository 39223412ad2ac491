import { type ReactNode, useId } from 'react'

/** A card with a table that may be wider than a phone; a keyboard moves it too. */
export function ScrollingCard({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be within reach of the keyboard
    <section className="card scrolls" aria-labelledby={id} tabIndex={0}>
      <h2 id={id}>{title}</h2>
      {children}
    </section>
  )
}
