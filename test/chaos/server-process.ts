import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'

const MAIN = join(import.meta.dirname, '../../server/main.ts')

export type Ended = { code: number | null; afterMs: number; output: string }

/** The server as an office runs it: a process of its own, with its own data folder. */
export async function startServerProcess(dataDir: string, env: Record<string, string> = {}, main = MAIN) {
  const port = await findFreePort()
  const startedAt = performance.now()
  const server = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { ...process.env, DATA_DIR: dataDir, PORT: String(port), LOG_LEVEL: 'error', NODE_ENV: 'test', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  const ended = new Promise<Ended>((resolve) => {
    server.on('close', (code) => resolve({ code, afterMs: performance.now() - startedAt, output }))
  })
  const ready = new Promise<boolean>((resolve) => {
    const collect = (chunk: Buffer) => {
      output += chunk
      if (output.includes('Ctrl-C stops it.')) resolve(true)
    }
    server.stdout.on('data', collect)
    server.stderr.on('data', collect)
    void ended.then(() => resolve(false))
  })
  return {
    url: `http://127.0.0.1:${port}`,
    pid: server.pid ?? 0,
    /** False when it ended instead of starting. */
    ready,
    ended,
    kill: (signal: NodeJS.Signals) => server.kill(signal),
  }
}

function findFreePort() {
  return new Promise<number>((resolve) => {
    const finder = createServer().listen(0, '127.0.0.1', () => {
      const address = finder.address()
      finder.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
