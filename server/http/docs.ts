import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { Api } from './api.ts'
import type { StaticFiles } from './static-files.ts'

const SWAGGER = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>API · Hành chính giáo dục Tây Ninh</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/api/docs/swagger-ui.css">
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`

const START = `globalThis.scarfSettings = { enabled: false }
SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true, tryItOutEnabled: false })
`

export const OPENAPI_INFO = {
  openapi: '3.1.0',
  info: {
    title: 'Hành chính giáo dục Tây Ninh',
    version: '1',
    description:
      'Published administrative procedures, explainers, documents and indices; what a citizen does in their own name ' +
      'is sent with the token of `POST /api/session` as `Authorization: Bearer`. Errors are RFC 9457 problem details.',
  },
}

export const STAFF_OPENAPI_INFO = {
  openapi: '3.1.0',
  info: {
    title: 'Hành chính giáo dục Tây Ninh: staff',
    version: '1',
    description:
      'Writing, reviewing and publishing. Sign in with a session cookie, or send a token as `Authorization: Bearer`. ' +
      'A POST may carry an `Idempotency-Key`; a change of a draft names its version in `If-Match`.',
  },
}

/** The contract, and a page that shows it, both from this server alone. */
export async function docsDoors(api: Api, files: StaticFiles) {
  await files.addFiles(SWAGGER, ['swagger-ui.css', 'swagger-ui-bundle.js'], '/api/docs')
  api.file('/api/openapi.json', 'application/json; charset=utf-8', async () =>
    JSON.stringify(api.contract.getOpenAPI31Document(OPENAPI_INFO)),
  )
  api.file('/api/docs', 'text/html; charset=utf-8', async () => PAGE)
  api.file('/api/docs/start.js', 'text/javascript; charset=utf-8', async () => START)
}
