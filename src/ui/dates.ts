/** `2026-02-12` → `12/02/2026`. */
export function formatDate(date: string) {
  return date === '' ? 'chưa có' : date.slice(0, 10).split('-').reverse().join('/')
}

/** An instant → `08:15 ngày 23/11/2026`, on the clock of Vietnam. */
export function formatMoment(instant: string) {
  const parts = new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
  }).formatToParts(new Date(instant))
  const part = (type: string) => parts.find((each) => each.type === type)?.value ?? ''
  return `${part('hour')}:${part('minute')} ngày ${part('day')}/${part('month')}/${part('year')}`
}

/** Today in Vietnam, `YYYY-MM-DD`. */
export function todayInVietnam(now = new Date()) {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10)
}

const WEEKDAYS = ['Chủ nhật', 'Thứ hai', 'Thứ ba', 'Thứ tư', 'Thứ năm', 'Thứ sáu', 'Thứ bảy']

export function weekdayOf(date: string) {
  return WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''
}
