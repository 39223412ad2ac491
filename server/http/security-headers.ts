/** The one origin Zalo serves the Mini App from. */
const MINI_APP_ORIGIN = 'https://h5.zdn.vn'

const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  // Blobs: photos that only the sender may fetch, shown from the page's own memory.
  "img-src 'self' data: blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** For a preview, which our own staff web shows in a frame. */
export const FRAMED_BY_US = CONTENT_SECURITY_POLICY.replace("frame-ancestors 'none'", "frame-ancestors 'self'")

/** On every answer. The app itself runs on Zalo's host or ours, so nobody else may frame or read it. */
export const SECURITY_HEADERS: Record<string, string> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'strict-transport-security': 'max-age=63072000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
  'cross-origin-opener-policy': 'same-origin',
  'access-control-allow-origin': MINI_APP_ORIGIN,
  'access-control-expose-headers': 'etag, x-request-id, retry-after',
}

/** What the Mini App on Zalo's host may send to an address; who it is goes in `authorization`, never in a cookie. */
export function preflightHeaders(methods: string[]): Record<string, string> {
  return {
    'access-control-allow-methods': [...new Set([...methods, 'OPTIONS'])].join(', '),
    'access-control-allow-headers': 'authorization, content-type, idempotency-key, if-match, if-none-match',
    'access-control-max-age': '86400',
  }
}
