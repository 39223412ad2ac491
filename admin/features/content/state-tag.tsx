import { Tag } from 'antd'
import type { EditionState } from './entry.ts'
import { STATE_NAMES } from './words.ts'

const COLOURS: Partial<Record<EditionState, string>> = {
  submitted: 'processing',
  approved: 'processing',
  scheduled: 'processing',
  returned: 'warning',
  published: 'success',
  withdrawn: 'error',
  unpublished: 'error',
}

/** The state by its word; the colour only repeats it. */
export function StateTag({ state }: { state: EditionState }) {
  return <Tag color={COLOURS[state]}>{STATE_NAMES[state]}</Tag>
}
