import { getAccessToken, getPhoneNumber, nativeStorage, openChat, openOutApp, openShareSheet } from 'zmp-sdk'
import type { PhoneToken } from './platform.ts'

/** The person said no: to the number, to Zalo's question, or by closing it. */
const SAID_NO = new Set([-201, -1401, -2002, -2003])

/** The only file that touches Zalo's SDK. Its storage throws synchronously where it is not available. */
export async function readStored(key: string): Promise<string | null> {
  const value: unknown = nativeStorage.getItem(key)
  return typeof value === 'string' && value !== '' ? value : null
}

export async function writeStored(key: string, value: string) {
  nativeStorage.setItem(key, value)
  return true
}

export async function removeStored(key: string) {
  nativeStorage.removeItem(key)
  return true
}

export async function openOutside(url: string) {
  await openOutApp({ url })
  return true
}

/** The words stand in the field; whether they are sent is the person's to decide. */
export async function openOaChat({ oaId, message }: { oaId: string; message: string }) {
  await openChat({ type: 'oa', id: oaId, message })
  return true
}

/** Shares the screen as a link that opens this Mini App at `path`. */
export async function shareLink({ title, path }: { title: string; path: string }) {
  await openShareSheet({ type: 'zmp_deep_link', data: { title, description: title, thumbnail: '', path } })
  return true
}

export async function readAccessToken(): Promise<string | undefined> {
  const token = await getAccessToken()
  return typeof token === 'string' && token !== '' ? token : undefined
}

/** It rejects with plain objects, not errors. */
export async function askForPhone(): Promise<PhoneToken> {
  try {
    const { token } = await getPhoneNumber()
    return token ? { outcome: 'given', code: token } : { outcome: 'failed' }
  } catch (problem) {
    const code = typeof problem === 'object' && problem !== null && 'code' in problem ? Number(problem.code) : 0
    return { outcome: SAID_NO.has(code) ? 'refused' : 'failed' }
  }
}
