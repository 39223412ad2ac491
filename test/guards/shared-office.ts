import { onTestFinished } from 'vitest'
import { LocalConnection } from '../../server/db/local-connection.ts'
import type { Role } from '../../server/staff/permissions.ts'
import { jpeg, takePhoto } from '../attachments/photos.ts'
import { findCase, ok, send as sendReport, take } from '../feedback/reporting.ts'
import type { StaffClient } from '../world/staff.ts'
import { shareWorld } from '../world/world.ts'
import type { Call, Office } from './staff-example.ts'

const HERE = 'mau-thpt'
const ELSEWHERE = 'mau-tieu-hoc'
/** Found nowhere else; letters only, so that no mask and no fold changes it. */
export const CANARY = 'Chuồn chuồn ớt bay thấp'

/** One world with an office in it, and somebody of every role there and in another unit. */
export function shareOffice() {
  const world = shareWorld()
  const people = new Map<string, Promise<StaffClient>>()
  let office: Promise<Office> | undefined

  function somebody(role: Role, unitId: string) {
    const key = `${role} ${unitId}`
    const known = people.get(key) ?? world().signIn({ role, unitId, name: key })
    people.set(key, known)
    return known
  }

  async function openOffice(): Promise<Office> {
    const rootBoss = await world().signIn({ role: 'admin', name: 'Người của Sở' })
    const route = { categoryId: 'ho-so-cham', concernedUnitId: HERE, unitId: HERE, validFrom: '2026-01-01' }
    await rootBoss.post('/admin/api/feedback/routes', route)
    return {
      unitId: HERE,
      canary: CANARY,
      author: await world().signIn({ role: 'editor', unitId: HERE, name: 'Người soạn' }),
      boss: await world().signIn({ role: 'admin', unitId: HERE, name: 'Người duyệt' }),
      head: await world().signIn({ role: 'unit_head', unitId: HERE, name: 'Người ký' }),
      rootBoss,
      citizen: someCitizen,
      photographed,
      openPhone: () => world().openPhone(),
      service: world().service,
    }
  }

  let photographedReport: Promise<{ reportId: string; fileId: string }> | undefined
  function photographed() {
    photographedReport ??= sendPhoto()
    return photographedReport
  }

  /** Sent to the Sở, which gives it to the unit. */
  async function sendPhoto() {
    const phone = world().openPhone()
    await phone.signIn()
    const { id: fileId } = ok(await phone.send('/api/feedback/files', jpeg(await takePhoto())))
    const { code } = await sendReport(phone, { fileIds: [fileId], content: `${CANARY} ở cổng trường.` })
    const officer = await world().signIn({ role: 'feedback_officer', name: 'Người chuyển' })
    const found = await findCase(officer, code)
    ok(await take(officer, found, 'assign', { unitId: HERE }))
    return { reportId: found.id, fileId }
  }

  async function someCitizen(path: string, body: unknown) {
    const headers = { 'content-type': 'application/json' }
    const response = await world().get(path, { method: 'POST', headers, body: JSON.stringify(body) })
    if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  }

  /** Sends a call of `line` as it is, with `text` instead of its body where one is given. */
  async function send(cookie: string, line: string, { path, body, headers, bytes }: Call, text?: string) {
    const [method = 'GET'] = line.split(' ')
    const json = text ?? (body === undefined ? undefined : JSON.stringify(body))
    const type = bytes?.type ?? (json === undefined ? undefined : 'application/json')
    const response = await world().get(path, {
      method,
      headers: { cookie, origin: world().url, ...(type === undefined ? {} : { 'content-type': type }), ...headers },
      body: bytes ? new Uint8Array(bytes.data) : json,
    })
    return { status: response.status, text: await response.text() }
  }

  /** How often somebody has changed the file, as SQLite itself counts it. */
  function watchDatabase() {
    const connection = new LocalConnection(world().databaseFile, 'read')
    onTestFinished(() => connection.close())
    return () => connection.rows('PRAGMA data_version')[0]?.[0]
  }

  return {
    world,
    send,
    watchDatabase,
    office() {
      office ??= openOffice()
      return office
    },
    colleague: (role: Role) => somebody(role, HERE),
    stranger: (role: Role) => somebody(role, ELSEWHERE),
    /** Of the unit above all others. */
    ofRoot: (role: Role) => somebody(role, 'so-gddt'),
  }
}
