// @ts-check
/** Thrown where a file shows what it is; the code is the one the server answers with. */
export class Refusal extends Error {
  /**
   * @param {'spreadsheet.unreadable' | 'spreadsheet.too_large' | 'spreadsheet.has_formula'} code
   * @param {Record<string, unknown>} [details]
   */
  constructor(code, details = {}) {
    super(code)
    this.code = code
    this.details = details
  }
}
