import type { components } from '../api/schema.gen.ts'
import { usePlatform } from '../zalo/platform.ts'

/** Inside Zalo nothing leads out of the app. */
export function SourceName({ source: { title, url } }: { source: components['schemas']['Source'] }) {
  const { kind } = usePlatform()
  if (url === null || kind === 'zalo') return title
  return (
    <a href={url} target="_blank" rel="noopener noreferrer">
      {title}
    </a>
  )
}
