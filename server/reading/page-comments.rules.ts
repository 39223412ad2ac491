/** Stands where something was taken out. */
export const TAKEN_OUT = '[đã che]'

const NAME_WORD = '\\p{Lu}[\\p{L}\\p{M}]*'
const LATER_WORD = '(?<![\\p{L}\\p{N}])'
/** "là", "của tôi là", ":" between what is announced and the thing itself. */
const LINK = '(?:\\s+(?:của|tôi|em|mình|con|cháu|bé|là|số))*\\s*[:=-]?\\s*'
const SOCIAL = 'zalo\\.me|zaloapp\\.com|facebook\\.com|fb\\.com|fb\\.me|m\\.me|t\\.me|instagram\\.com|tiktok\\.com'
const DIGIT_WORD = 'không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười'
const NUMBER_NAMES =
  'số điện thoại|điện thoại|sđt|sdt|đt|hotline|zalo|cccd|cmnd|căn cước|chứng minh(?: nhân dân| thư)?|hộ chiếu|' +
  'mã định danh|số định danh|số báo danh|sbd|mã học sinh|mã hồ sơ|số tài khoản|stk|mật khẩu|otp'

/** Each takes out one way of saying who or where somebody is; the order matters, the widest first. */
const MASKS: RegExp[] = [
  /[^\s@]+\s?@\s?[^\s@]+/gu,
  new RegExp(`(?:https?:\\/\\/)?(?:[\\w-]+\\.)*(?:${SOCIAL})\\S*`, 'giu'),
  // Six digits and more, whatever stands between them except a letter.
  /\p{N}(?:[^\p{L}\p{N}]*\p{N}){5,}/gu,
  new RegExp(`${LATER_WORD}(?:${DIGIT_WORD})(?:[\\s,.-]+(?:${DIGIT_WORD})){5,}(?![\\p{L}])`, 'giu'),
  new RegExp(`(?<=${LATER_WORD}(?:${NUMBER_NAMES})${LINK})(?=[\\p{L}.-]{0,6}\\p{N})[\\p{L}\\p{N}.-]+`, 'giu'),
  new RegExp(
    `(?<=${LATER_WORD}(?:tên tôi|tên em|tên mình|tên con|tên cháu|tên bé|tôi tên|em tên|mình tên|con tên|cháu tên|bé tên|họ tên|họ và tên)${LINK})` +
      '[\\p{L}\\p{M}]+(?:[ \\t]+[\\p{L}\\p{M}]+){0,3}',
    'giu',
  ),
  new RegExp(`(?<=${LATER_WORD}(?:[Tt]ôi|[Ee]m|[Mm]ình) là\\s+)${NAME_WORD}(?:[ \\t]+${NAME_WORD}){1,4}`, 'gu'),
  new RegExp(
    `(?<=${LATER_WORD}(?:[Cc]ô|[Tt]hầy|[Ôô]ng|[Bb]à|[Aa]nh|[Cc]hị|[Ee]m|[Cc]háu|[Bb]é|[Cc]on|[Pp]hụ huynh|[Hh]ọc sinh)\\s+)` +
      `${NAME_WORD}(?:[ \\t]+${NAME_WORD}){1,4}`,
    'gu',
  ),
  new RegExp(
    `(?<=${LATER_WORD}(?:nhà tôi ở|nhà em ở|nhà mình ở|địa chỉ nhà|địa chỉ của tôi|địa chỉ tôi)${LINK})[^.;\\n]+`,
    'giu',
  ),
]

/** A comment as it may be kept. Rather a word too few than a person's number or name in it. */
export function maskComment(comment: string): string {
  const tidy = comment
    .normalize('NFC')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  const masked = MASKS.reduce((text, mask) => text.replace(mask, TAKEN_OUT), tidy)
  return masked.replace(/(\[đã che\])(?:[\s.,-]*\[đã che\])+/g, '$1')
}
