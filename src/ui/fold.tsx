import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export function Fold({
  title,
  startsOpen = false,
  children,
}: {
  title: string
  startsOpen?: boolean
  children: ReactNode
}) {
  return (
    <details className="fold" open={startsOpen}>
      <summary>
        {title}
        <Icon name="down" size={20} />
      </summary>
      <div className="fold-body">{children}</div>
    </details>
  )
}
