import { BlockList, isIP } from 'node:net'

/** Everything of IPv4 that is not one machine on the open internet (IANA's special-purpose registry). */
const CLOSED_V4: [string, number][] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]
/** Of IPv6 only 2000::/3 is open; these parts of it are not, or carry an IPv4 address within. */
const CLOSED_V6: [string, number][] = [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
]

const closed = new BlockList()
for (const [net, prefix] of CLOSED_V4) closed.addSubnet(net, prefix, 'ipv4')
for (const [net, prefix] of CLOSED_V6) closed.addSubnet(net, prefix, 'ipv6')
const open6 = new BlockList()
open6.addSubnet('2000::', 3, 'ipv6')

const WEB_PORTS: ReadonlySet<number> = new Set([80, 443])

export type Place = { address: string; port: number }

/** Whether a machine of the open internet answers there, on a port of the web. */
export function isOpenPlace({ address, port }: Place): boolean {
  return WEB_PORTS.has(port) && isOpenAddress(address)
}

export function isOpenAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closed.check(address, 'ipv4')
  return family === 6 && open6.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}

/** An address as it may be asked for; nothing for another protocol, a password in it, or a number in disguise. */
export function readWebAddress(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined
  const url = new URL(text)
  const isWeb = url.protocol === 'http:' || url.protocol === 'https:'
  if (!isWeb || url.username !== '' || url.password !== '' || url.hostname === '') return undefined
  // 0x7f.1, 2130706433 and 0177.0.0.1 are all read as 127.0.0.1: who writes so has something to hide.
  if (isIP(hostOf(url)) === 4 && !text.toLowerCase().includes(`//${url.hostname}`)) return undefined
  return url
}

/** Without the brackets of IPv6. */
export function hostOf({ hostname }: URL) {
  return hostname.replace(/^\[|\]$/g, '')
}

export function portOf({ port, protocol }: URL) {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port)
}
