/**
 * `npm run publish:article -- <file.md>`: writes an explainer through the staff API, as another system would, and
 * submits it; with `--publish` it also goes out, which the token's maker must be allowed to do in a hurry.
 * SERVICE_URL and STAFF_TOKEN say where and as whom.
 */
import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import createClient from 'openapi-fetch'
import { parse } from 'yaml'
import type { paths } from '../admin/api/schema.gen.ts'
import { splitFrontMatter } from '../server/content/content-file.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { publish: { type: 'string' }, unit: { type: 'string', default: 'so-gddt' } },
})
const [file] = positionals
const { SERVICE_URL = 'http://localhost:3000', STAFF_TOKEN } = process.env
if (file === undefined || STAFF_TOKEN === undefined) {
  console.error('STAFF_TOKEN=… npm run publish:article -- <file.md> [--unit so-gddt] [--publish "why in a hurry"]')
  process.exit(2)
}

const client = createClient<paths>({ baseUrl: SERVICE_URL, headers: { authorization: `Bearer ${STAFF_TOKEN}` } })
const parts = splitFrontMatter(readFileSync(file, 'utf8').replaceAll('\r\n', '\n'))
if (parts === undefined) throw new Error(`${file} has no front matter between two lines of ---`)
const written: Record<string, unknown> = { ...parse(parts.frontMatter), body: parts.body }
const title = String(written.title)
const unitId = values.unit

// The same file sent again, after a lost answer, is the same request.
const entry = told(
  await client.POST('/admin/api/entries', {
    body: { kind: 'article', title, unitId },
    headers: { 'idempotency-key': `article-${title.length}-${Buffer.from(title).toString('base64url').slice(0, 80)}` },
  }),
)
let edition = told(
  await client.GET('/admin/api/editions/{id}', { params: { path: { id: entry.openEditionId ?? '' } } }),
)
edition = told(
  await client.PUT('/admin/api/editions/{id}', {
    params: { path: { id: edition.id }, header: ifMatch(edition) },
    body: { body: { ...edition.body, ...written }, changeKind: null, changeNote: null },
  }),
)
for (const { field, problem } of edition.problems.forPublishing) console.log(`${field}: ${problem}`)
edition = await take('submit', {})
if (values.publish !== undefined) edition = await take('publish_urgently', { remark: values.publish })
console.log(`${edition.state} ${SERVICE_URL}${entry.path}`)

async function take(step: 'submit' | 'publish_urgently', said: { remark?: string }) {
  return told(
    await client.POST('/admin/api/editions/{id}/steps/{step}', {
      params: { path: { id: edition.id, step }, header: ifMatch(edition) },
      body: said,
    }),
  )
}

function ifMatch({ version }: { version: number }) {
  return { 'if-match': `"${version}"` }
}

/** The reply, or the problem in one line and the end. */
function told<T>({ data, error }: { data?: T; error?: unknown }): T {
  if (data !== undefined) return data
  console.error(JSON.stringify(error))
  process.exit(1)
}
