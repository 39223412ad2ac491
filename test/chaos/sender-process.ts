import { spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { enqueueSay } from '../../server/chat/outgoing.queries.ts'
import { insertPerson, nameOfUser, sealUserId } from '../../server/chat/people.queries.ts'
import type { OaConfig } from '../../server/config.ts'
import { openDatabase } from '../../server/db/database.ts'
import { newId } from '../../server/new-id.ts'
import { createSealing } from '../../server/sealing/sealed.ts'
import { openTokenJournal } from '../../server/zalo/oa-token-journal.ts'
import { createOaTokens } from '../../server/zalo/oa-tokens.ts'
import { USUAL_OA } from '../../simulator/oa-settings.ts'
import { startSimulator } from '../../simulator/start.ts'

export const CHAOS_KEY = 'seals what is sent while senders are killed'
export type Mutant = '' | 'believes' | 'does-not-look' | 'never-gives-up'
/** Where it kills itself while a pair of tokens is renewed. */
export type DeathPoint = 'marked' | 'answered' | 'kept' | ''
export type SenderWish = { folder: string; url: string; mutant: Mutant; dieAt: DeathPoint }
type Simulator = Awaited<ReturnType<typeof startSimulator>>

const HOUR_MS = 60 * 60_000
const APP = { id: '1000', secret: 'the secret of the app while senders are killed' }

export function accountOf(url: string): OaConfig {
  const { oaId, secretKey } = USUAL_OA
  return { appId: APP.id, appSecret: APP.secret, oaId, secretKey, url, oauthUrl: url }
}

/** A folder with messages that wait for people of a pretended Zalo; an empty text is one that Zalo refuses for good. */
export async function prepareSending(people: string[][]) {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-sending-'))
  const zalo = await startSimulator({ port: 0, apps: [APP] })
  const now = () => new Date()
  const ctx = { now, newId: () => newId(Date.now()), sealing: createSealing([CHAOS_KEY]) }
  const database = await openDatabase({ file: join(folder, 'cchc.db'), backupDir: folder, now })
  for (const [at, texts] of people.entries()) {
    const userId = String(7_000_000_000 + at)
    befriend(zalo, userId)
    const id = ctx.newId()
    const userIndex = ctx.sealing.index('chat_user', nameOfUser({ channel: 'oa', userId }))
    await database.write(async (tx) => {
      const day = now().toISOString()
      await insertPerson(tx, {
        ...{ id, channel: 'oa', userIndex, userSealed: sealUserId(ctx, id, userId), citizenId: id, isFollower: true },
        ...{ firstCitizenId: id, followMs: 0, lastInteractionAt: day, refusesNews: false, mode: 'bot', createdAt: day },
        ...{ dialogueSealed: null, dialogueAt: null, version: 1 },
      })
      for (const [place, text] of texts.entries())
        await enqueueSay(tx, ctx, { personId: id, kind: 'reply', dedupeKey: `${at} ${place}`, say: { text } })
    })
  }
  await database.close()
  return { folder, zalo }
}

function befriend(zalo: Simulator, userId: string) {
  zalo.state.addPerson({ id: userId, name: userId, phone: '84912345678', oaUserId: userId })
  const person = zalo.oa.find(userId)
  if (person === undefined) throw new Error('the simulator does not know whom it was told of')
  person.isFollower = true
  zalo.oa.interact(person)
}

/** Gives the account a pair, as staff do; `isOld`: one that is to be renewed at once. */
export async function grant({ folder, zalo }: { folder: string; zalo: Simulator }, { isOld = false } = {}) {
  const real = () => new Date()
  const database = await openDatabase({ file: join(folder, 'cchc.db'), backupDir: folder, now: real })
  const sealing = createSealing([CHAOS_KEY])
  const tokens = createOaTokens({
    ...{ db: database.db, write: database.write, sealing, oa: accountOf(zalo.url), alert: () => {} },
    now: () => new Date(Date.now() - (isOld ? 26 * HOUR_MS : 0)),
    journal: openTokenJournal(join(folder, 'oa-token.journal'), sealing),
  })
  const code = zalo.tokens.grantCode('')
  const pair = zalo.tokens.exchange({ code, verifier: '' })
  if (pair === undefined) throw new Error('the simulator gave no pair')
  await tokens.accept({ access: pair.access_token, refresh: pair.refresh_token, lastsMs: 25 * HOUR_MS })
  await database.close()
}

/** Starts a sender and waits until it sends. */
export async function startSender(wish: SenderWish) {
  const path = join(import.meta.dirname, 'sender.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', path, JSON.stringify(wish)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()))
  await new Promise<void>((resolve) => {
    const collect = (chunk: Buffer) => {
      output += chunk
      if (output.includes('ready')) resolve()
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    void ended.then(resolve)
  })
  return {
    pid: child.pid ?? 0,
    output: () => output,
    ended,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
