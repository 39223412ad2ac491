import type { components } from '../../api/schema.gen.ts'
import type { Platform } from '../../zalo/platform.ts'
import type { SheetState } from './sheet.rules.ts'

export type Paper = components['schemas']['Paper']

/** The paper somebody is working on, whole, so that it opens without a network. `offset`: the service's clock ahead of this phone's. */
export type KeptPaper = { slug: string; round: number; paper: Paper; offset: number; sheet: SheetState }

type Storage = Platform['storage']

const KEPT_AS = 'contest-paper'

export async function readKeptPaper(storage: Storage): Promise<KeptPaper | undefined> {
  const text = await storage.get(KEPT_AS)
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}

export const keepPaper = (storage: Storage, kept: KeptPaper) => storage.set(KEPT_AS, JSON.stringify(kept))
export const dropPaper = (storage: Storage) => storage.remove(KEPT_AS)
