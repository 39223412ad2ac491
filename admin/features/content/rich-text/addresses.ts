/** Where a text may lead: our own screens, https, phone and mail; the service refuses the rest. */
export function isAllowedAddress(address: string) {
  return /^\/(?!\/)\S*$/.test(address) || /^https:\/\/\S+$/.test(address) || /^(tel|mailto):\S+$/.test(address)
}

/** What somebody types or pastes as an address: `dichvucong.gov.vn` is meant as https, our own pages as paths. */
export function readAddress(typed: string): string | undefined {
  const address = typed.trim()
  if (isAllowedAddress(address)) return address
  if (/^http:\/\//i.test(address)) return readAddress(address.replace(/^http:/i, 'https:'))
  if (/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(address)) return `mailto:${address}`
  return /^[\w-]+(\.[\w-]+)+(\/\S*)?$/.test(address) ? `https://${address}` : undefined
}
