/** `fileName`: ASCII letters, digits, points and dashes. */
export type Download = { bytes: Buffer; type: string; fileName: string }

/** A file that a browser keeps and never opens as a page of ours, whatever is in it. */
export function sendDownload({ bytes, type, fileName }: Download): Response {
  return new Response(new Uint8Array(bytes), {
    headers: {
      'cache-control': 'no-store',
      'content-type': type,
      'content-disposition': `attachment; filename="${fileName}"`,
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
    },
  })
}
