import { createArticle, type EditionReply, expectOk, save, take, wholeArticle } from '../publishing/writing.ts'
import type { Call, Office } from './staff-example.ts'

export const draft = ({ author, unitId, canary }: Office) => createArticle(author, { title: canary, unitId })

export async function written(office: Office) {
  const { entry, edition } = await draft(office)
  const body = { ...edition.body, ...wholeArticle({ title: office.canary }) }
  return { entry, edition: expectOk(await save(office.author, edition, body)) }
}

export async function taken(office: Office, steps: ['author' | 'boss', string][]) {
  const { entry, edition } = await written(office)
  let now: EditionReply = edition
  for (const [who, step] of steps) now = expectOk(await take(office[who], now, step, { remark: 'Vì một lý do.' }))
  return { entry, edition: now }
}

export const versioned = (edition: { version: number }) => ({ 'if-match': `"${edition.version}"` })
export const stepOn = ({ edition }: { edition: EditionReply }, step: string): Call => ({
  path: `/admin/api/editions/${edition.id}/steps/${step}`,
  body: { remark: 'Vì một lý do.' },
  headers: versioned(edition),
})
