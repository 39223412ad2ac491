/** Nine digits and more with the usual separators: CCCD and CMND, phones, accounts. Procedure codes and dates are shorter. */
const LONG_NUMBER = /(?<![\d.])\+?\d(?:[ .\-()]?\d){8,18}(?!\d)/g
const KEPT_AT_END = 2
/** What opens a report without an account stands behind the # of its address. */
const LINK_SECRET = /#[\w-]{22}(?![\w-])/g

/** A text with the numbers that could name a person blacked out, all but their last two digits, and without secrets. */
export function maskPersonal(text: string): string {
  return text.replace(LINK_SECRET, '#••••').replace(LONG_NUMBER, (number) => {
    const digits = number.replace(/\D/g, '')
    return `${'•'.repeat(digits.length - KEPT_AT_END)}${digits.slice(-KEPT_AT_END)}`
  })
}
