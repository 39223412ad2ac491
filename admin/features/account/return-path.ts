/** Where to go after signing in: an address of this app, or its beginning. */
export function readReturnPath(search: string): string {
  const asked = new URLSearchParams(search).get('ve') ?? '/'
  return /^\/(?![/\\])[^\\]*$/.test(asked) && !asked.startsWith('/dang-nhap') ? asked : '/'
}
