/** `000.00.00.H53-260112-0001`: parts as the portals write them; the province's mark differs, so none is required. */
const SHAPE = /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-\d{6}-\d{4,}$/

/** A code as it is printed on the receipt, whatever way it was typed. */
export function tidyCode(typed: string): string {
  return typed.toUpperCase().replace(/\s+/g, '').replaceAll('–', '-')
}

/** A hint, never a gate: codes of other shapes exist. */
export function looksLikeDossierCode(code: string): boolean {
  return SHAPE.test(code)
}
