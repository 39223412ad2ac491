import sharp from 'sharp'
import { expect, test } from 'vitest'
import { answer, ok, send } from './reporting.ts'
import { filesOf, openOffice, upload } from './sending-files.ts'

test('everybody sees of a published report only its blacked-out photos', async () => {
  const { world, phone, officer } = await openOffice()
  const head = await world.signIn({ role: 'unit_head', name: 'Phạm Thị Hoa' })
  const [first, second] = [await upload(phone), await upload(phone)]
  const { code } = await send(phone, { fileIds: [first, second] })
  const { id } = await answer(officer, head, code, 'Đã sửa xong biển chỉ dẫn.')
  const path = `/admin/api/reports/${id}/files/${first}`
  const redact = (boxes: object[]) => officer.post<{ files: object[] }>(`${path}/redactions`, { boxes })
  const half = { x: 0, y: 0, width: 0.5, height: 1 }
  for (const boxes of [[], Array(21).fill(half), [{ ...half, x: 1 }], [{ ...half, width: 0 }], [{ ...half, z: 1 }]])
    expect((await redact(boxes)).status).toBe(400)
  expect((await head.post(`${path}/redactions`, { boxes: [half] })).status).toBe(403)
  ok(await redact([{ x: 0.9, y: 0.9, width: 1, height: 1 }]))
  expect(ok(await redact([half])).files).toEqual(
    expect.arrayContaining([
      { id: first, kind: 'image', redactedName: expect.any(String) },
      { id: second, kind: 'image', redactedName: null },
    ]),
  )
  expect(filesOf(world)).toHaveLength(3)

  const words = { title: 'Biển chỉ dẫn ở cổng bị mờ', content: 'Không đọc được biển.', answer: 'Đã sửa.', reason: '' }
  ok(await officer.put(`/admin/api/reports/${id}/public`, words))
  const stranger = world.openPhone()
  const shown = ok(await stranger.get<{ files: { id: string }[] }>(`/api/feedback/answered/${code}`))
  const listed = ok(await stranger.get<{ items: { files: object[] }[] }>('/api/feedback/answered'))
  expect([shown.files.length, listed.items[0]?.files]).toEqual([1, shown.files])
  const [photo] = shown.files
  const seen = await stranger.download(`/api/feedback/answered/${code}/files/${photo?.id}`)
  expect([await brightness(seen.bytes, 10), await brightness(seen.bytes, 148)].every((each) => each < 9)).toBe(true)
  expect(await brightness(seen.bytes, 290)).toBeGreaterThan(250)
  expect(seen.headers.get('content-disposition')).toMatch(/^attachment/)
  const originals = await Promise.all(
    [first, second].map((each) => stranger.download(`/api/feedback/answered/${code}/files/${each}`)),
  )
  expect(originals.map(({ status }) => status)).toEqual([404, 404])
  const asSent = await phone.download(`/api/me/feedback/${code}/files/${first}`)
  expect(await brightness(asSent.bytes, 10)).toBeGreaterThan(250)
  const { cookie } = officer
  const redacted = await world.get(`${path}?redacted=${photo?.id}`, { headers: { cookie } })
  expect(Buffer.from(await redacted.arrayBuffer()).equals(seen.bytes)).toBe(true)

  ok(await officer.post(`/admin/api/reports/${id}/public/hide`, { reason: 'Người gửi xin gỡ' }))
  expect((await stranger.download(`/api/feedback/answered/${code}/files/${photo?.id}`)).status).toBe(404)
})

async function brightness(picture: Buffer, left: number) {
  const { data } = await sharp(picture)
    .extract({ left, top: 100, width: 1, height: 1 })
    .raw()
    .toBuffer({ resolveWithObject: true })
  return data[0] ?? Number.NaN
}
