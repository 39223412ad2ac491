import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const SERVER = join(import.meta.dirname, '../../server')
/**
 * Zalo, whose addresses are settings; pictures sent in a chat, from Zalo's own hosts alone (test/chat/report-flow); and
 * addresses on our own pages, checked and pinned (test/upkeep).
 */
const MAY_ASK = ['chat/fetch-media.ts', 'upkeep/ask-address.ts', 'zalo/ask-zalo.ts', 'zalo/graph.ts']

/** What a source uses to open a connection to somewhere else; listening is not asking. */
function asksIn(source: string): string[] {
  const calls = [...source.matchAll(/(?<![.\w])fetch\(|\bnew (?:WebSocket|EventSource)\(/g)].map(([found]) => found)
  const imported = [
    ...source.matchAll(/^import (?:type )?(.+) from '(?:node:)?(https?|http2|net|tls|dgram|undici|axios|got)'/gm),
  ]
    .filter(([line]) => !line.startsWith('import type'))
    .flatMap(([, names = '', module = '']) =>
      names
        .replace(/[{}]/g, '')
        .split(',')
        .map((name) => name.trim())
        .filter((name) => !/^(?:type |createServer$|isIP$|isIPv6$|BlockList$)/.test(name))
        .map((name) => `${module} ${name}`),
    )
  return [...calls, ...imported]
}

test('the service asks nobody but Zalo and the addresses on its own pages: a citizen’s address is never fetched', () => {
  const sources = readdirSync(SERVER, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.m?ts$|\.mjs$/.test(file),
  )
  const asking = sources.filter((file) => asksIn(readFileSync(join(SERVER, file), 'utf8')).length > 0)
  expect(sources.length).toBeGreaterThan(200)
  expect(asking.sort()).toEqual(MAY_ASK)
})

test('another one would be noticed', () => {
  const hidden = [
    'const page = await fetch(body.url)',
    "import { get, createServer } from 'node:https'",
    "import http from 'node:http'",
    "import { connect } from 'node:net'",
    "import axios from 'axios'",
    'new WebSocket(url)',
  ]
  expect(hidden.map((source) => asksIn(source).length)).toEqual([1, 1, 1, 1, 1, 1])
  expect(asksIn("import { createServer, type ServerResponse } from 'node:http'\nreplies.fetch(request)")).toEqual([])
})
