/** Stands where something was taken out. */
export const TAKEN_OUT = '[đã che]'

const START = '(?<![\\p{L}\\p{N}])'
const END = '(?![\\p{L}\\p{M}])'
const CAPITALISED = '\\p{Lu}[\\p{L}\\p{M}]*'
const LINK_WORD = `(?:của|tôi|em|mình|con|cháu|bé|là|số)${END}`
/** "của tôi là", ":" between what is announced and the thing itself. */
const LINK = `(?:\\s+${LINK_WORD})*\\s*[:=-]?\\s*(?!${LINK_WORD})`
const SOCIAL = 'zalo\\.me|zaloapp\\.com|facebook\\.com|fb\\.com|fb\\.me|m\\.me|t\\.me|instagram\\.com|tiktok\\.com'
const DIGIT_WORD = 'không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười'
const NUMBER_NAMES =
  'số điện thoại|điện thoại|sđt|sdt|đt|hotline|zalo|cccd|cmnd|căn cước|chứng minh(?: nhân dân| thư)?|hộ chiếu|' +
  'mã định danh|số định danh|số báo danh|sbd|mã học sinh|mã hồ sơ|số tài khoản|stk|mật khẩu|otp'
const NAME_NAMES = '(?:họ và|họ) tên|tên(?= (?:tôi|em|mình|con|cháu|bé))|(?:tôi|em|mình|con|cháu|bé) tên'
const PEOPLE =
  '[Cc]ô|[Tt]hầy|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Cc]háu|[Bb]é|[Cc]on|[Pp]hụ huynh|[Hh]ọc sinh|(?:[Tt]ôi|[Ee]m|[Mm]ình) là'
const HOMES = 'nhà tôi ở|nhà em ở|nhà mình ở|địa chỉ nhà|địa chỉ của tôi|địa chỉ tôi'

/** Each takes out one way of saying who or where somebody is, and leaves what announced it (`$1`). */
const MASKS: [RegExp, string][] = [
  [/(?<![^\s@])[^\s@]+\s?@\s?[^\s@]+/gu, TAKEN_OUT],
  [new RegExp(`(?:https?:\\/\\/)?(?:[\\w-]+\\.)*(?:${SOCIAL})\\S*`, 'giu'), TAKEN_OUT],
  [announced(NUMBER_NAMES, '(?=[\\p{L}.-]{0,6}\\p{N})[\\p{L}\\p{N}.-]+'), `$1${TAKEN_OUT}`],
  // Six digits and more, whatever stands between them except a letter.
  [/\p{N}(?:[^\p{L}\p{N}]*\p{N}){5,}\p{M}*/gu, TAKEN_OUT],
  [new RegExp(`${START}(?:${DIGIT_WORD})(?:[\\s,.-]+(?:${DIGIT_WORD})){5,}${END}`, 'giu'), TAKEN_OUT],
  [announced(NAME_NAMES, '[\\p{L}\\p{M}]+(?:[ \\t]+[\\p{L}\\p{M}]+){0,3}'), `$1${TAKEN_OUT}`],
  [new RegExp(`(${START}(?:${PEOPLE})\\s+)${CAPITALISED}(?:[ \\t]+${CAPITALISED}){1,4}`, 'gu'), `$1${TAKEN_OUT}`],
  [announced(HOMES, '[^\\s.;[][^.;\\n[]*'), `$1${TAKEN_OUT}`],
]

function announced(names: string, thing: string) {
  return new RegExp(`(${START}(?:${names})${LINK})${thing}`, 'giu')
}

/** A comment as it may be kept. Rather a word too few than a person's number or name in it. */
export function maskComment(comment: string): string {
  const tidy = comment
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  const masked = MASKS.reduce((text, [pattern, shown]) => text.replace(pattern, shown), tidy)
  return masked.replace(/(\[đã che\])(?:[\s.,-]*\[đã che\])+/g, '$1')
}
