import { spawn } from 'node:child_process'
import { join } from 'node:path'

export type Silence = { longestSilenceMs: number; failed: number }

/** Runs `work` while another process keeps asking `url`; tells how long the longest wait for an answer was. */
export async function probeDuring(url: string, work: () => Promise<void>): Promise<Silence> {
  const prober = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'prober.ts'), url], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  let output = ''
  await new Promise<void>((resolve) => {
    prober.stdout.on('data', (chunk) => {
      output += chunk
      resolve()
    })
  })
  const closed = new Promise<void>((resolve) => prober.on('close', () => resolve()))
  await work()
  prober.stdin.write('stop\n')
  await closed
  return JSON.parse(output.trim().split('\n').at(-1) ?? '{}')
}
