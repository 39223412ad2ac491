import { useContext, useEffect } from 'react'
import type { components } from '../../api/schema.gen.ts'
import { tell } from '../../api/tell.ts'
import { source } from '../../api/visit.ts'
import { PreviewContext } from '../../ui/preview-context.ts'
import { usePlatform } from '../../zalo/platform.ts'

type ReadKind = components['schemas']['NewRead']['type']

/** Counts the page as opened once it is shown; whether that worked is nobody's concern. */
export function useRead(type: ReadKind, slug: string | undefined) {
  const { apiBase } = usePlatform()
  const isPreview = useContext(PreviewContext)
  useEffect(() => {
    if (slug === undefined || isPreview || navigator.doNotTrack === '1') return
    void tell(apiBase, '/api/reads', { type, slug, ...(source === null ? {} : { src: source.slice(0, 20) }) })
  }, [apiBase, isPreview, type, slug])
}
