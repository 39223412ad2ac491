import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { createServer as createWebServer, type ServerResponse } from 'node:http'
import { type AddressInfo, createServer, type Server } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createAsk } from '../../server/upkeep/ask-address.ts'
import { isOpenAddress, isOpenPlace, type Place } from '../../server/upkeep/open-addresses.ts'

/** Where the one server stands that may be asked; everything else here is inside. */
const OUTSIDE = '127.0.0.2'
const INSIDE = ['127.0.0.1', '127.0.0.3', '::1']

const canaries: Server[] = []
let port = 0
let hits = 0
let asked: string[] = []
const outside = createWebServer((request, response) => {
  asked.push(request.url ?? '')
  answer(new URL(request.url ?? '', 'http://outside.test'), response)
})

function answer({ pathname, searchParams }: URL, response: ServerResponse) {
  const to = searchParams.get('to')
  if (to === null) return response.writeHead(200).end()
  const location = pathname === '/twice' ? `/once?to=${encodeURIComponent(to)}` : to
  return response.writeHead(302, { location }).end()
}

beforeAll(async () => {
  for (const host of INSIDE) {
    const canary = createServer((socket) => {
      hits += 1
      socket.destroy()
    })
    canary.listen({ host, port })
    await once(canary, 'listening')
    port = (canary.address() as AddressInfo).port
    canaries.push(canary)
  }
  outside.listen({ host: OUTSIDE, port })
  await once(outside, 'listening')
})
afterAll(() => {
  for (const server of [...canaries, outside]) server.close()
})
beforeEach(() => {
  hits = 0
  asked = []
})

/** Names as somebody with a name server of their own could make them; the last one answers differently each time. */
const NAMES: Record<string, string[][]> = {
  'inside.test': [['127.0.0.1']],
  'inside6.test': [['::1']],
  'mapped.test': [['::ffff:127.0.0.1']],
  'mixed.test': [[OUTSIDE, '127.0.0.1']],
  'mixed6.test': [['::1', OUTSIDE]],
  '127.0.0.1.nip.test': [['127.0.0.1']],
  'outside.test': [[OUTSIDE]],
  'rebinding.test': [[OUTSIDE], ['127.0.0.1'], ['127.0.0.1']],
}

function makeAsk(isAllowed: (place: Place) => boolean) {
  const turns = new Map<string, number>()
  return createAsk({
    userAgent: 'test',
    timeoutMs: 2_000,
    isAllowed,
    async resolve(host) {
      const answers = NAMES[host]
      if (answers === undefined) return (await lookup(host, { all: true })).map(({ address }) => address)
      const turn = turns.get(host) ?? 0
      turns.set(host, turn + 1)
      return answers[Math.min(turn, answers.length - 1)] ?? []
    },
  })
}

/** As in earnest, except that the port is any port and one address counts as the open internet. */
const asInEarnest = ({ address, port: at }: Place) => at === port && (isOpenAddress(address) || address === OUTSIDE)

const redirect = (to: string, path = 'once') => `http://outside.test:PORT/${path}?to=${encodeURIComponent(to)}`
const VECTORS = [
  'http://127.0.0.1:PORT/',
  'https://127.0.0.1:PORT/',
  'http://127.0.0.3:PORT/',
  'http://127.1:PORT/',
  'http://0x7f000001:PORT/',
  'http://2130706433:PORT/',
  'http://0177.0.0.1:PORT/',
  'http://0x7f.0.0.1:PORT/',
  'http://127.0.1:PORT/',
  'http://0.0.0.0:PORT/',
  'http://0:PORT/',
  'http://[::1]:PORT/',
  'http://[0:0:0:0:0:0:0:1]:PORT/',
  'http://[::]:PORT/',
  'http://[::ffff:127.0.0.1]:PORT/',
  'http://[::ffff:7f00:1]:PORT/',
  'http://[0:0:0:0:0:ffff:7f00:0001]:PORT/',
  'http://localhost:PORT/',
  'http://LOCALHOST:PORT/',
  'http://１２７.0.0.1:PORT/',
  'http://127%2e0%2e0%2e1:PORT/',
  'http:\\\\127.0.0.1:PORT/',
  'http://user:secret@127.0.0.1:PORT/',
  'http://outside.test@127.0.0.1:PORT/',
  'http://inside.test:PORT/',
  'http://inside6.test:PORT/',
  'http://mapped.test:PORT/',
  'http://mixed.test:PORT/',
  'http://mixed6.test:PORT/',
  'http://127.0.0.1.nip.test:PORT/',
  redirect('http://127.0.0.1:PORT/'),
  redirect('https://127.0.0.1:PORT/'),
  redirect('//127.0.0.1:PORT/'),
  redirect('http://2130706433:PORT/'),
  redirect('http://[::1]:PORT/'),
  redirect('http://[::ffff:127.0.0.1]:PORT/'),
  redirect('http://localhost:PORT/'),
  redirect('http://inside.test:PORT/', 'twice'),
]
const here = (vector: string) => vector.replaceAll('PORT', String(port))

describe('an address on a page never leads the server to a machine inside', () => {
  test.each(VECTORS)('%s', async (vector) => {
    const answered = await makeAsk(asInEarnest)(here(vector), new AbortController().signal)
    expect({ outcome: answered.outcome, hits }).toEqual({ outcome: 'failed', hits: 0 })
  })

  test('without the guard nearly all of these would have come in', async () => {
    const ask = makeAsk(() => true)
    let came = 0
    for (const vector of VECTORS) {
      hits = 0
      await ask(here(vector), new AbortController().signal)
      came += hits > 0 ? 1 : 0
    }
    expect(came).toBeGreaterThanOrEqual(24)
  })

  test('a name that means another machine the second time leads to the one that was looked at', async () => {
    const ask = makeAsk(asInEarnest)
    const address = here('http://rebinding.test:PORT/page')
    expect(await ask(address, new AbortController().signal)).toMatchObject({ outcome: 'answered', status: 200 })
    expect(asked).toEqual(['/page'])
    expect(await ask(address, new AbortController().signal)).toEqual({ outcome: 'failed', problem: 'not_open' })
    expect(hits).toBe(0)
  })

  test('a redirect to the same name is looked at again, and connected to where it was looked at', async () => {
    const answered = await makeAsk(asInEarnest)(
      here('http://rebinding.test:PORT/once?to=/again'),
      new AbortController().signal,
    )
    expect([answered, hits]).toEqual([{ outcome: 'failed', problem: 'not_open' }, 0])
  })
})

describe('which machines are on the open internet', () => {
  test.each([
    '0.1.2.3',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.8',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '239.255.255.250',
    '255.255.255.255',
    '::',
    '::1',
    '::ffff:8.8.8.8',
    '::127.0.0.1',
    '64:ff9b::7f00:1',
    '2001::1',
    '2001:db8::1',
    '2002:7f00:1::',
    'fc00::1',
    'fd12:3456::1',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    'not an address',
  ])('%s is not', (address) => expect(isOpenAddress(address)).toBe(false))

  test.each(['8.8.8.8', '11.0.0.1', '172.32.0.1', '203.162.0.1', '2404:6800:4005::200e'])('%s is', (address) =>
    expect(isOpenAddress(address)).toBe(true),
  )

  test('they are asked on the ports of the web alone', () => {
    const ports = [21, 22, 25, 80, 443, 3000, 6379, 8080, 8443]
    expect(ports.filter((each) => isOpenPlace({ address: '8.8.8.8', port: each }))).toEqual([80, 443])
  })
})
