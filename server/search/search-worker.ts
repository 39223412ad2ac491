import { parentPort, workerData } from 'node:worker_threads'
import { drizzle } from 'drizzle-orm/libsql'
import { z } from 'zod'
import { LocalConnection } from '../db/local-connection.ts'
import { answerQuery, type Knowledge, type Searched } from './answer.ts'
import { AbbreviationList } from './read-query.ts'
import type { SearchAnswer } from './search.schemas.ts'
import { listChangedSince } from './search-index.ts'
import { Spelling } from './spelling.ts'
import { WordIndex } from './word-index.ts'

export type Asked = { id: number; query: Searched } | { close: true }
export type Answered = { id: number; answer: SearchAnswer } | { id: number; failed: true } | { ready: true }

const Settings = z.object({
  databaseFile: z.string(),
  abbreviations: z.array(z.object({ abbr: z.string(), expands: z.array(z.string()), ambiguous: z.boolean() })),
})
const Strings = z.array(z.string())
const MOST_ANSWERS_KEPT = 500

const port = parentPort
if (!port) throw new Error('the search worker is started by search-client.ts')
const settings = Settings.parse(workerData)
const connection = new LocalConnection(settings.databaseFile, 'read')
const db = drizzle(connection.asClient(), { casing: 'snake_case' })
const abbreviations = new AbbreviationList(settings.abbreviations)

let knowledge: Knowledge = { index: new WordIndex(), spelling: new Spelling(), abbreviations }
let generation = 0
let seenVersion = -1
const answers = new Map<string, SearchAnswer>()

/** Takes in what has changed since the last look; asking SQLite whether anything has costs microseconds. */
async function catchUp() {
  const version = Number(connection.rows('PRAGMA data_version')[0]?.[0])
  if (version === seenVersion) return
  seenVersion = version
  if (knowledge.index.isWorn) {
    knowledge = { index: new WordIndex(), spelling: new Spelling(), abbreviations }
    generation = 0
  }
  const changed = await listChangedSince(db, generation)
  if (changed.length === 0) return
  answers.clear()
  for (const row of changed) {
    generation = Math.max(generation, row.generation)
    if (row.isRemoved) {
      knowledge.index.remove(row)
      continue
    }
    const names = Strings.parse(JSON.parse(row.names))
    knowledge.index.put({ ...row, names, codes: Strings.parse(JSON.parse(row.codes)) })
  }
  for (const word of knowledge.index.takeNewWords()) knowledge.spelling.add(word)
}

function answerOnce(query: Searched): SearchAnswer {
  const key = JSON.stringify([query.q, query.type, query.limit])
  const kept = answers.get(key)
  if (kept) return kept
  const answer = answerQuery(query, knowledge)
  if (answers.size >= MOST_ANSWERS_KEPT) answers.clear()
  answers.set(key, answer)
  return answer
}

port.on('message', async (asked: Asked) => {
  if ('close' in asked) {
    connection.close()
    port.close()
    return
  }
  try {
    await catchUp()
    port.postMessage({ id: asked.id, answer: answerOnce(asked.query) } satisfies Answered)
  } catch {
    port.postMessage({ id: asked.id, failed: true } satisfies Answered)
  }
})

await catchUp()
port.postMessage({ ready: true } satisfies Answered)
