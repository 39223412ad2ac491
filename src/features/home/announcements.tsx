import { Link } from 'react-router-dom'
import type { components } from '../../api/schema.gen.ts'
import { todayInVietnam } from '../../ui/dates.ts'
import { pathOf } from '../../ui/link-path.ts'

type Announcement = components['schemas']['Announcement']

/** Notices of today; a kept first screen may hold some of yesterday. */
export function Announcements({ items }: { items: Announcement[] }) {
  const today = todayInVietnam()
  const shown = items.filter(({ showFrom, showUntil }) => showFrom <= today && today <= showUntil)
  if (shown.length === 0) return null
  return (
    <section className="section" aria-label="Thông báo">
      {shown.map(({ slug, level, title, text, link }) => (
        <div key={slug} className={`note ${level === 'warning' ? 'warn' : ''}`}>
          <h2>{title}</h2>
          <p>{text}</p>
          {link && (
            <Link className="home-more" to={pathOf(link)}>
              {link.title}
            </Link>
          )}
        </div>
      ))}
    </section>
  )
}
