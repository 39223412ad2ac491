import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { Icon } from './icon.tsx'

/** A line of a list that leads somewhere: title, one line of help. */
export function RowLink({ to, title, help, tag }: { to: string; title: ReactNode; help?: ReactNode; tag?: ReactNode }) {
  return (
    <Link className="row" to={to}>
      <span className="row-text">
        <span className="row-title">{title}</span>
        {help && <span className="caption">{help}</span>}
        {tag && <span>{tag}</span>}
      </span>
      <Icon name="next" size={20} />
    </Link>
  )
}
