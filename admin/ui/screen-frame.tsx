import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation } from 'react-router-dom'

const APP_NAME = 'Cán bộ · Hành chính giáo dục Tây Ninh'

/** A screen's own name: the page's title and its one h1, which is where a keyboard arrives after a navigation. */
export function ScreenFrame({
  title,
  intro,
  actions,
  children,
}: {
  title: string
  intro?: ReactNode
  /** Buttons beside the title. */
  actions?: ReactNode
  children: ReactNode
}) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { key, pathname } = useLocation()
  const isFirst = key === 'default'

  useEffect(() => {
    document.title = `${title} · ${APP_NAME}`
  }, [title])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a filter changes the address too, but not the screen
  useEffect(() => {
    if (isFirst) return
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [pathname])

  return (
    <div className="screen">
      <div className="screen-head">
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {actions && <div className="buttons">{actions}</div>}
      </div>
      {intro && <div className="intro">{intro}</div>}
      {children}
    </div>
  )
}
