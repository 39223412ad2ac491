/** Codes are normally d.dddddd, but oddities exist (2.009182739, C08_XPHCDB), so this is a hint and never a gate. */
export function looksLikeCode(text: string): boolean {
  return /^\d\.\d{6,9}$/.test(text) || /^[A-Z]\d{2}_[A-Z]+$/.test(text)
}
