import type { components } from '../../api/schema.gen.ts'

export type Row = components['schemas']['FeedbackFigures']['total']

export const GROUPINGS = [
  { value: 'unit', label: 'Theo đơn vị' },
  { value: 'category', label: 'Theo lĩnh vực' },
  { value: 'month', label: 'Theo tháng' },
] as const
export type By = (typeof GROUPINGS)[number]['value']

/** What the service puts in one spreadsheet. */
export const MOST_EXPORTED = 50_000

const MINUTES_OF_HOUR = 60
const SHORT = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 1 })

/** Of those answered, how many in time. */
export function onTimeText({ answered, onTime }: Row) {
  return answered === 0 ? '–' : `${SHORT.format((100 * onTime) / answered)} %`
}

export function hoursText({ medianMinutes }: Row) {
  return medianMinutes === null ? '–' : `${SHORT.format(medianMinutes / MINUTES_OF_HOUR)} giờ`
}

export function starsText({ averageStars, ratings }: Row) {
  return averageStars === null ? '–' : `${SHORT.format(averageStars)} (${ratings} lượt)`
}
