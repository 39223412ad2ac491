import { type ReactNode, useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import { Icon } from './icon.tsx'

const APP_NAME = 'Hành chính giáo dục Tây Ninh'

type Props = {
  title: string
  /** A line above the title, such as a code. */
  above?: ReactNode
  below?: ReactNode
  /** Tabs have no way back. */
  isTab?: boolean
  children: ReactNode
}

/** One screen: says its name to the browser and the screen reader, and offers the way back. */
export function Screen({ title, above, below, isTab = false, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  const { pathname, key } = useLocation()
  const navigate = useNavigate()
  const isFirst = key === 'default'

  useEffect(() => {
    document.title = pathname === '/' ? APP_NAME : `${title} – ${APP_NAME}`
  }, [title, pathname])

  useEffect(() => {
    if (isFirst || pathname === '') return
    window.scrollTo(0, 0)
    heading.current?.focus({ preventScroll: true })
  }, [isFirst, pathname])

  return (
    <>
      <header className="screen-head">
        {!isTab && (
          <button type="button" className="back" onClick={() => (isFirst ? navigate('/') : navigate(-1))}>
            <Icon name="back" size={20} />
            {isFirst ? 'Trang chủ' : 'Quay lại'}
          </button>
        )}
        {above && <p className="caption">{above}</p>}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {below && <p className="caption">{below}</p>}
      </header>
      {children}
    </>
  )
}
