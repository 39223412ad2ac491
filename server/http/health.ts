import { statfs } from 'node:fs/promises'
import type { Database } from '../db/database.ts'
import type { Api } from './api.ts'

/** Below this share of free disk the service asks to be taken out of rotation while it can still write. */
const LEAST_FREE_SHARE = 0.05

/** `notes` are for people to look at: they take nothing out of rotation. */
export type Readiness = { ready: boolean; problems: string[]; notes: string[] }

type Watched = { database: Database; dataDir: string; isStopping: () => boolean; isClockSure: () => boolean }

/** `/healthz`: the loop turns. `/readyz`: it can read, it can write, and there is room to. */
export function healthDoors(api: Api, watched: Watched) {
  const noStore = { 'cache-control': 'no-store' }
  api.health('/healthz', async () => Response.json({ alive: true }, { headers: noStore }))
  api.health('/readyz', async () => {
    const readiness = await checkReadiness(watched)
    return Response.json(readiness, { status: readiness.ready ? 200 : 503, headers: noStore })
  })
}

async function checkReadiness({ database, dataDir, isStopping, isClockSure }: Watched): Promise<Readiness> {
  const problems: string[] = []
  if (isStopping()) problems.push('stopping')
  const storage = await database.probe()
  if (storage !== undefined) problems.push(storage)
  const disk = await statfs(dataDir).catch(() => undefined)
  if (disk === undefined) problems.push('disk.unreadable')
  else if (disk.bavail < disk.blocks * LEAST_FREE_SHARE) problems.push('disk.nearly_full')
  return { ready: problems.length === 0, problems, notes: isClockSure() ? [] : ['clock.jumped'] }
}
