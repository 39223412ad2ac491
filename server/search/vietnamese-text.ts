/** Lower case without marks, đ as d: the form in which Vietnamese is compared ("Đăng ký" → "dang ky"). */
export function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
}
