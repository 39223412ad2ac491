const keptUnder = (entryId: string) => `preview:${entryId}`

/** The preview's address, told by the service once, so that opening the same draft again makes no second one. */
export function readPreview(entryId: string): string | undefined {
  return sessionStorage.getItem(keptUnder(entryId)) ?? undefined
}

export function keepPreview(entryId: string, path: string) {
  sessionStorage.setItem(keptUnder(entryId), path)
}

/** After links were taken back: this one may be among them. */
export function forgetPreview(entryId: string) {
  sessionStorage.removeItem(keptUnder(entryId))
}
