const BREAKS = /<(?:br|\/p|\/div|\/li|\/tr|\/h[1-6])(?:\s[^<>]*)?\/?>/gi
const TAG = /<\/?[a-z][^<>]*>|<!--[^<>]*-->/gi
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' }
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi
const PICTURE = /<(?:img|svg|audio|video|object|iframe|math)[\s>]/i
const LAST_CHARACTER = 0x10ffff

/** What a person reads of a piece of HTML, line by line. */
export function textOfHtml(html: string): string {
  const text = html.replace(/\s+/g, ' ').replace(BREAKS, '\n').replace(TAG, '').replace(ENTITY, readEntity)
  return tidy(text)
}

export const hasPicture = (html: string) => PICTURE.test(html)

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

export const escapeXml = (text: string) => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign)

/** A text as a paragraph of HTML: line breaks stay, signs are only signs. */
export const htmlOfText = (text: string) => `<p>${escapeXml(text).replaceAll('\n', '<br>')}</p>`

/** Each line without spaces at its ends, none empty at the start or end, one space between words. */
export function tidy(text: string): string {
  return text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.replace(/[\s\u00a0\u200b]+/g, ' ').trim())
    .join('\n')
    .trim()
}

function readEntity(whole: string, decimal?: string, hexadecimal?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? whole
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal)
  return code > 0 && code <= LAST_CHARACTER ? String.fromCodePoint(code) : whole
}
