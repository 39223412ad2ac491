import { readdirSync, readFileSync, statSync } from 'node:fs'
import { request } from 'node:http'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, onTestFinished, test } from 'vitest'
import { makePdf } from '../attachments/pdfs.ts'
import { jpeg, pdf, takePhoto } from '../attachments/photos.ts'
import { allBlack, blackPng } from '../images/black-png.ts'
import { findCase, ok, type Progress, report, send, take } from './reporting.ts'
import { filesOf, openOffice, upload } from './sending-files.ts'

const SCRIPT = '<script>alert(1)</script>'
const SVG = `<svg xmlns="http://www.w3.org/2000/svg">${SCRIPT}</svg>`
const HUGE = { width: 16_000, height: 16_000 }
const HOUR_MS = 60 * 60_000

const status = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code]

describe('what may be sent along', () => {
  test('what is no picture, is another than it says, or is far too large is refused', async () => {
    const { world, phone } = await openOffice()
    const photo = await takePhoto()
    const refused = [
      { bytes: Buffer.from(SVG), type: 'image/svg+xml' },
      { bytes: Buffer.from(SVG), type: 'image/png' },
      { bytes: Buffer.from(SCRIPT), type: 'text/html' },
      { bytes: Buffer.from(SCRIPT), type: 'image/jpeg' },
      { bytes: photo, type: 'image/png' },
      { bytes: photo, type: 'application/pdf' },
      { bytes: makePdf(), type: 'image/jpeg' },
      { bytes: blackPng(HUGE, allBlack(HUGE)), type: 'image/png' },
      pdf(makePdf({ objects: ['<< /S /JavaScript /JS (x) >>'] })),
      pdf(makePdf({ trailer: '/Encrypt 9 0 R' })),
      { bytes: Buffer.alloc(8 * 1024 * 1024 + 1), type: 'image/jpeg' },
    ]
    const answers = []
    for (const file of refused) answers.push(status(await phone.send('/api/feedback/files', file)))
    expect(answers).toEqual([
      ...Array(5).fill([415, 'image.type_not_allowed']),
      [415, 'file.type_not_allowed'],
      [415, 'image.type_not_allowed'],
      [413, 'image.too_large'],
      [422, 'pdf.active'],
      [422, 'pdf.locked'],
      [413, 'request.too_large'],
    ])
    expect(readdirSync(world.dataDir)).not.toContain('attachments')
  })

  test('a photo comes back as pixels alone, as a download that no browser opens as a page', async () => {
    const { world, phone, officer } = await openOffice()
    const tricky = Buffer.concat([await takePhoto(), Buffer.from(SCRIPT)])
    const { id, ...about } = ok(await phone.send('/api/feedback/files', jpeg(tricky)))
    expect(about).toEqual({ kind: 'image', bytes: expect.any(Number) })
    const { code } = await send(phone, { fileIds: [id] })
    const found = await findCase(officer, code)
    const mine = await phone.download(`/api/me/feedback/${code}/files/${id}`)
    expect((await sharp(mine.bytes).metadata()).format).toBe('webp')
    expect((await sharp(mine.bytes).metadata()).exif).toBeUndefined()
    expect(['script', 'Nguyen Thi Lan', 'EXIF'].filter((text) => mine.bytes.includes(text))).toEqual([])
    const headers = { cookie: officer.cookie }
    const seen = await world.get(`/admin/api/reports/${found.id}/files/${id}`, { headers })
    expect(Buffer.from(await seen.arrayBuffer()).equals(mine.bytes)).toBe(true)
    for (const answer of [mine, seen]) {
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'content-type': 'image/webp',
        'content-disposition': `attachment; filename="${code}-${id.slice(0, 6)}.webp"`,
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-security-policy': expect.stringMatching(/^sandbox/),
      })
    }
  })

  test('a PDF comes back as it was', async () => {
    const { phone } = await openOffice()
    const paper = makePdf({ catalog: '/OpenAction [3 0 R /Fit]' })
    const { id } = ok(await phone.send('/api/feedback/files', pdf(paper)))
    const { code } = await send(phone, { fileIds: [id] })
    const mine = await phone.download(`/api/me/feedback/${code}/files/${id}`)
    expect([mine.headers.get('content-type'), mine.bytes.equals(paper)]).toEqual(['application/pdf', true])
  })

  test('what lies on the disk shows nothing of it, under a name nobody guesses', async () => {
    const { world, phone } = await openOffice()
    const paper = makePdf()
    const { id } = ok(await phone.send('/api/feedback/files', pdf(paper)))
    const file = join(world.dataDir, 'attachments', id.slice(0, 2), id)
    expect(id).toMatch(/^[0-9a-f]{32}$/)
    expect(readFileSync(file).includes('Giay hen')).toBe(false)
    expect(statSync(file).mode & 0o077).toBe(0)
  })

  test('six files wait for nobody: the sixth is refused until one is taken back', async () => {
    const { world, phone } = await openOffice()
    const ids = []
    for (let count = 0; count < 5; count += 1) ids.push(await upload(phone))
    const sixth = await phone.send('/api/feedback/files', jpeg(await takePhoto()))
    expect(status(sixth)).toEqual([409, 'feedback.too_many_waiting_files'])
    ok(await phone.delete(`/api/feedback/files/${ids[0]}`))
    expect(filesOf(world).sort()).toEqual(ids.slice(1).sort())
    const [again, another] = await Promise.all(
      [1, 2].map(async () => phone.send('/api/feedback/files', jpeg(await takePhoto()))),
    )
    expect([again?.status, another?.status].sort()).toEqual([201, 409])
    expect(filesOf(world)).toHaveLength(5)
  })

  test('twenty in an hour, then it waits', async () => {
    const { world, phone } = await openOffice()
    for (let count = 0; count < 20; count += 1) await phone.delete(`/api/feedback/files/${await upload(phone)}`)
    const more = await phone.send('/api/feedback/files', jpeg(await takePhoto()))
    expect([...status(more), more.headers.get('retry-after')]).toEqual([429, 'feedback.too_many_uploads', '3600'])
    world.clock.now = new Date(world.clock.now.getTime() + HOUR_MS)
    await upload(phone)
  })
})

describe('files that arrive slowly', () => {
  test('five of one person are waited for; the next is refused at once, and others send theirs meanwhile', async () => {
    const { world, phone } = await openOffice()
    const slow = Array.from({ length: 5 }, () => beginUpload(world.url, phone.token))
    onTestFinished(() => {
      for (const each of slow) each.destroy()
    })
    await expect
      .poll(async () => status(await phone.send('/api/feedback/files', jpeg(await takePhoto()))))
      .toEqual([503, 'storage.busy'])
    const other = world.openPhone()
    await other.signIn()
    await upload(other)
    for (const each of slow) each.destroy()
    await expect.poll(async () => (await phone.send('/api/feedback/files', jpeg(await takePhoto()))).status).toBe(201)
  })
})

/** Says that much will come, sends a little, and waits. */
function beginUpload(url: string, token = '') {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'image/jpeg', 'content-length': 1_000_000 }
  const sent = request(`${url}/api/feedback/files`, { method: 'POST', headers })
  sent.on('error', () => {})
  sent.write(Buffer.alloc(1_000))
  return sent
}

describe('whose it is', () => {
  test('a stranger sends and sees nothing', async () => {
    const { world, phone } = await openOffice()
    const id = await upload(phone)
    const { code } = await send(phone, { fileIds: [id] })
    const stranger = world.openPhone()
    const answers = [
      await stranger.send('/api/feedback/files', jpeg(await takePhoto())),
      await stranger.delete(`/api/feedback/files/${id}`),
      await stranger.download(`/api/me/feedback/${code}/files/${id}`),
      await world.get(`/admin/api/reports/${code}/files/${id}`),
    ]
    expect(answers.map((each) => each.status)).toEqual([401, 401, 401, 401])
  })

  test('nobody sends, reads or takes back another’s file', async () => {
    const { world, phone } = await openOffice()
    const other = world.openPhone()
    await other.signIn()
    const [waiting, sent] = [await upload(phone), await upload(phone)]
    const { code } = await send(phone, { fileIds: [sent] })
    const own = await send(other)
    const attached = await other.post('/api/feedback', report({ fileIds: [waiting] }))
    expect(attached).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
    const answers = await Promise.all([
      other.download(`/api/me/feedback/${code}/files/${sent}`),
      other.download(`/api/me/feedback/${own.code}/files/${sent}`),
      other.download(`/api/me/feedback/${own.code}/files/${waiting}`),
      phone.download(`/api/me/feedback/${code}/files/${waiting}`),
      other.delete(`/api/feedback/files/${waiting}`),
      phone.delete(`/api/feedback/files/${sent}`),
    ])
    expect(answers.map((each) => each.status)).toEqual(Array(6).fill(404))
    expect(filesOf(world)).toHaveLength(2)
  })

  test('an officer of another unit does not find it, nor who is named in the report; whoever has the link does', async () => {
    const { world, phone, officer } = await openOffice()
    const id = await upload(phone)
    const { code, linkToken } = await send(phone, { fileIds: [id], namedOfficer: 'Phạm Văn Tư' })
    const found = await findCase(officer, code)
    const elsewhere = await world.signIn({ role: 'feedback_officer', unitId: 'mau-thpt' })
    const named = await world.signIn({ role: 'feedback_officer', name: 'Phạm Văn Tư' })
    const path = `/admin/api/reports/${found.id}/files/${id}`
    expect(status(await elsewhere.get<{ code: string }>(path))).toEqual([404, 'report.not_found'])
    expect(status(await named.get<{ code: string }>(path))).toEqual([403, 'report.is_about_you'])
    const holder = world.openPhone()
    const opened = await holder.download('/api/feedback/by-link/files', { code, linkToken, id })
    expect([opened.status, opened.headers.get('content-type')]).toEqual([200, 'image/webp'])
    const wrong = await holder.download('/api/feedback/by-link/files', { code, linkToken: `${linkToken}x`, id })
    expect(wrong.status).toBe(404)
  })

  test('named twice it is sent once; a supplement brings more', async () => {
    const { phone, officer } = await openOffice()
    const [first, second] = [await upload(phone), await upload(phone)]
    const { code } = await send(phone, { fileIds: [first, first] })
    let now = await findCase(officer, code)
    for (const step of ['assign', 'begin'] as const) now = ok(await take(officer, now, step))
    ok(await take(officer, now, 'ask', { text: 'Chị cho xin ảnh giấy hẹn.' }))
    const more = { text: 'Đây là giấy hẹn.', fileIds: [second] }
    const after = ok(await phone.post<Progress>(`/api/me/feedback/${code}/supplements`, more))
    expect(after.own?.files.map(({ id }) => id).sort()).toEqual([first, second].sort())
  })
})

describe('what the clock takes away', () => {
  test('what nobody sent within a day; what was sent stays', async () => {
    const { world, phone } = await openOffice()
    const [unsent, sent] = [await upload(phone), await upload(phone)]
    await send(phone, { fileIds: [sent] })
    world.clock.now = new Date(world.clock.now.getTime() + 24 * HOUR_MS)
    await world.runJob('feedback.forget_unsent')
    expect(filesOf(world)).toHaveLength(2)
    world.clock.now = new Date(world.clock.now.getTime() + 1)
    await world.runJob('feedback.forget_unsent')
    await world.runJob('feedback.remove_orphans')
    expect(filesOf(world)).toEqual([sent])
    const late = await phone.post('/api/feedback', report({ fileIds: [unsent] }))
    expect(late).toMatchObject({ status: 400, body: { code: 'request.invalid' } })
  })

  test('a file whose process was killed before its row was written, once it is a day old', async () => {
    const { world, phone } = await openOffice()
    const { attachments, now } = world.service.ctx
    await attachments.put('0123456789abcdef0123456789abcdef', Buffer.from('nobody’s'), now())
    const sent = await upload(phone)
    await send(phone, { fileIds: [sent] })
    await world.runJob('feedback.remove_orphans')
    expect(filesOf(world)).toHaveLength(2)
    world.clock.now = new Date(world.clock.now.getTime() + 24 * HOUR_MS + 1)
    await world.runJob('feedback.remove_orphans')
    expect(filesOf(world)).toEqual([sent])
  })
})
