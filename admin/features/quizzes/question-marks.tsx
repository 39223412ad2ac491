import { Tag } from 'antd'
import { FLAG_NAMES, POOL_NAMES, type Question, VERSION_NAMES, type Version } from './words.ts'

export function FlagTag({ flag }: { flag: Question['flag'] }) {
  return flag === null ? null : <Tag color={flag === 'key_doubted' ? 'error' : 'warning'}>⚑ {FLAG_NAMES[flag]}</Tag>
}

export function PoolTag({ pool }: { pool: keyof typeof POOL_NAMES }) {
  return <Tag color={pool === 'contest' ? 'processing' : undefined}>{POOL_NAMES[pool]}</Tag>
}

const COLOURS: Partial<Record<Version['state'], string>> = { published: 'success', draft: 'processing' }

export function VersionTag({ state }: { state: Version['state'] }) {
  return <Tag color={COLOURS[state]}>{VERSION_NAMES[state]}</Tag>
}
