type Provenance = {
  sources: { title: string; url: string | null }[]
  checkedOn: string
  reviewBy: string
  unverified: string[]
  withdrawn?: { on: string; reason: string }
}

/** `2026-11-23` as people write it here. */
export function writeDate(isoDate: string): string {
  const [year, month, day] = isoDate.split('-')
  return `${day}/${month}/${year}`
}

/** Where an answer comes from and when it was last looked at, as its last lines. */
export function writeProvenance({ sources, checkedOn, unverified }: Provenance): string {
  const [first, ...others] = sources
  const source =
    first === undefined ? '' : `Nguồn: ${first.title}${others.length > 0 ? ` và ${others.length} nguồn khác` : ''}.`
  const unsure = unverified.map((line) => `Chưa kiểm chứng: ${line}`)
  return [...unsure, source, `Kiểm tra ngày ${writeDate(checkedOn)}.`].filter((line) => line !== '').join('\n')
}

/** What is said of a page instead of its facts when these are not to be relied on any more. */
export function writeDistrust(title: string, page: Provenance, today: string): string | undefined {
  if (page.withdrawn)
    return `“${title}” đã thôi áp dụng từ ${writeDate(page.withdrawn.on)}: ${page.withdrawn.reason}. Trợ lý không trả lời theo nội dung này nữa.`
  if (page.reviewBy < today)
    return `Nội dung “${title}” đã quá hạn rà soát (${writeDate(page.reviewBy)}), có thể đã thay đổi, nên trợ lý không dám nói chắc. Anh/chị xem trang gốc, hoặc gõ “gặp cán bộ”.`
  return undefined
}

/** Parts of one message, with an empty line between them. */
export function joinParts(parts: (string | undefined | null)[]): string {
  return parts.filter((part) => part !== undefined && part !== null && part !== '').join('\n\n')
}
