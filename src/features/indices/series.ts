import type { components } from '../../api/schema.gen.ts'

type Value = components['schemas']['ReformIndex']['values'][number]
export type Series = { province: string; name: string; values: Value[] }

/**
 * Values that may stand on one line: one province, one method. Provinces before and after the 2025 merger have
 * names of their own, so no chart ever crosses it.
 */
export function toSeries(values: Value[]): Series[] {
  const groups = new Map<string, Series>()
  for (const value of values) {
    const key = `${value.province}|${value.series}`
    const group = groups.get(key) ?? { province: value.province, name: value.series, values: [] }
    group.values.push(value)
    groups.set(key, group)
  }
  const sorted = [...groups.values()].map((group) => ({
    ...group,
    values: group.values.sort((a, b) => a.year - b.year),
  }))
  return sorted.sort((a, b) => Number(isOurs(b)) - Number(isOurs(a)) || b.values.length - a.values.length)
}

/** Tây Ninh and Long An were one from 1/7/2025; other provinces stand below them for comparison. */
export function isOurs({ province }: { province: string }) {
  return /Tây Ninh|Long An|Sở Giáo dục/.test(province)
}

/** `80.05` → `80,05`. */
export function formatScore(score: number | null) {
  return score === null ? null : score.toLocaleString('vi-VN', { maximumFractionDigits: 3 })
}
