const COUNTRY = '84'

/**
 * A number as the whole world writes it, `+84912345678`, whatever was typed: `0912 345 678`, `(+84) 912-345-678`,
 * `0084…`. Nothing when it cannot be one.
 */
export function toE164(typed: string): string | undefined {
  const tidy = typed.normalize('NFKC').replace(/[\s().-]/g, '')
  if (!/^\+?\d+$/.test(tidy)) return undefined
  const digits = tidy.replace(/^\+/, '').replace(/^00/, '')
  if (tidy.startsWith('0') && !tidy.startsWith('00')) return checkVietnamese(digits.slice(1))
  if (digits.startsWith(COUNTRY)) return checkVietnamese(digits.slice(COUNTRY.length).replace(/^0/, ''))
  const isAbroad = tidy.startsWith('+') || tidy.startsWith('00')
  return isAbroad && /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : undefined
}

/** Mobile numbers have nine digits after the zero, landlines (02…) ten. */
function checkVietnamese(national: string) {
  return /^([35789]\d{8}|2\d{9})$/.test(national) ? `+${COUNTRY}${national}` : undefined
}
