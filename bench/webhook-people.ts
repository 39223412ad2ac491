import { Agent, get } from 'node:http'

/** So many people who read and look for things, each on a connection of their own and with time to read in between. */
const [port = '', people = '1', seconds = '1'] = process.argv.slice(2)
const PATHS = ['/api/home', '/api/procedures', '/api/search?q=chuyen%20truong', '/api/search?q=con%20toi%20nhap%20hoc']
const THINK_MS = 2_000

const agent = new Agent({ keepAlive: true, maxSockets: Number.POSITIVE_INFINITY })
const endsAt = performance.now() + Number(seconds) * 1_000
const outcomes: Record<string, number> = {}

await Promise.all(Array.from({ length: Number(people) }, (_, at) => visit(at)))
agent.destroy()
process.send?.({ outcomes }, () => process.disconnect())

async function visit(at: number) {
  await pause((at / Number(people)) * THINK_MS)
  for (let step = at; performance.now() < endsAt; step += 1) {
    const outcome = await ask(PATHS[step % PATHS.length] ?? '/api/home')
    outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
    await pause(THINK_MS)
  }
}

function ask(path: string): Promise<string> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path, agent }, (response) => {
      response.resume()
      response.once('end', () => resolve(String(response.statusCode)))
    })
    request.once('error', (error) => resolve('code' in error ? String(error.code) : 'error'))
  })
}

function pause(ms: number) {
  return new Promise((resolve) => setTimeout(resolve, ms))
}
