const unsaved = new Set<string>()

/** A form says whether it holds what was typed and not saved. */
export function markUnsaved(form: string, isUnsaved: boolean) {
  if (isUnsaved) unsaved.add(form)
  else unsaved.delete(form)
}

export function hasUnsaved() {
  return unsaved.size > 0
}
