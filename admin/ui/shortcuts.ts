/** A key meant for a field, a dialog or the browser is not a shortcut. */
export function isTyping(event: KeyboardEvent) {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return true
  const dialogs = [...document.querySelectorAll('[role="dialog"]')]
  if (dialogs.some((dialog) => dialog.getClientRects().length > 0)) return true
  const target = event.target instanceof HTMLElement ? event.target : undefined
  return target !== undefined && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}

/** The screen's search box carries `data-search`, on itself or around it. */
export function focusSearch(): boolean {
  const box = document.querySelector<HTMLElement>('input[data-search], [data-search] input')
  box?.focus()
  return box !== null
}

/** Rows carry `data-row`; the one in hand has the focus in it. */
export function moveInTable(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.findIndex((row) => row.contains(document.activeElement))
  const next = rows[at < 0 ? 0 : Math.min(Math.max(at + by, 0), rows.length - 1)]
  next?.focus()
  return next !== undefined
}

/** Enter on a row in hand opens it: `data-open` is its link, or what unfolds it. */
export function openRow(): boolean {
  const row = document.activeElement
  const opens = row?.matches('[data-row]') ? row.querySelector<HTMLElement>('[data-open]') : null
  opens?.click()
  return Boolean(opens)
}

/** What edits carries `data-edit`: in the row in hand, where otherwise what opens it leads to the editor; or the first on the screen. */
export function openEdit(): boolean {
  const row = document.activeElement?.closest('[data-row]')
  const edit = row
    ? (row.querySelector<HTMLElement>('[data-edit]') ?? row.querySelector<HTMLElement>('[data-open]'))
    : document.querySelector<HTMLElement>('[data-edit]')
  edit?.click()
  return edit !== null
}
