import type { components } from '../api/schema.gen.ts'
import { KIND_WORDS, pathOf } from './link-path.ts'
import { RowLink } from './row-link.tsx'

export function RelatedLinks({
  links,
  title = 'Xem thêm',
}: {
  links: components['schemas']['Link'][]
  title?: string
}) {
  if (links.length === 0) return null
  return (
    <section className="section" aria-labelledby="xem-them">
      <h2 id="xem-them">{title}</h2>
      <ul className="rows">
        {links.map((link) => (
          <li key={`${link.type}:${link.slug}`}>
            <RowLink to={pathOf(link)} title={link.title} help={KIND_WORDS[link.type]} />
          </li>
        ))}
      </ul>
    </section>
  )
}
