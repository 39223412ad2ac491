import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededRandom } from './seeded-random.ts'

export type CrashFigures = { runs: number; acknowledged: number; lost: number; damaged: number; runsWithLoss: number }

const here = (name: string) => join(import.meta.dirname, name)
const LONGEST_BEFORE_KILL_MS = 150

/** Writers killed with SIGKILL at moments drawn from `seed`, all on one file; `mutant` must lose something. */
export async function killWriters({ kills, seed, mutant = '' }: { kills: number; seed: number; mutant?: string }) {
  const random = seededRandom(seed)
  return onOneFile(kills, (file, run) =>
    runWriter([file, run, mutant], {}, async (writer) => {
      await new Promise((resolve) => setTimeout(resolve, random() * LONGEST_BEFORE_KILL_MS))
      writer.kill('SIGKILL')
    }),
  )
}

/** Writers whose machine loses power: what no fsync confirmed is taken back, but for `keep` percent of it. */
export async function cutPower({
  cuts,
  seed,
  keep,
  mutant = '',
}: {
  cuts: number
  seed: number
  keep: number
  mutant?: string
}) {
  const random = seededRandom(seed)
  const shim = buildShim()
  const figures = await onOneFile(cuts, (file, run, at) => {
    const env = {
      LD_PRELOAD: shim.path,
      CUT_AFTER: String(200 + Math.floor(random() * 2_000)),
      CUT_KEEP: String(keep),
      CUT_SEED: String(seed * 1_000 + at),
    }
    return runWriter([file, run, mutant], env, async () => {})
  })
  shim.remove()
  return figures
}

/** Whether a power cut can be acted out on this machine. */
export function canCutPower() {
  return process.platform === 'linux' && spawnSync('gcc', ['--version']).status === 0
}

async function onOneFile(runs: number, crash: (file: string, run: string, at: number) => Promise<number[]>) {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-crash-'))
  const file = join(folder, 'crash.db')
  const figures: CrashFigures = { runs, acknowledged: 0, lost: 0, damaged: 0, runsWithLoss: 0 }
  for (let at = 0; at < runs; at += 1) {
    const acknowledged = await crash(file, `run-${at}`, at)
    const found: { integrity: string; rows: number[] } = JSON.parse(
      execFileSync(process.execPath, ['--import', 'tsx', here('tally.ts'), file, `run-${at}`], { encoding: 'utf8' }),
    )
    const present = new Set(found.rows)
    const lost = acknowledged.filter((number) => !present.has(number)).length
    figures.acknowledged += acknowledged.length
    figures.lost += lost
    figures.runsWithLoss += lost > 0 ? 1 : 0
    figures.damaged += found.integrity === 'ok' ? 0 : 1
  }
  rmSync(folder, { recursive: true, force: true })
  return figures
}

type Writer = ReturnType<typeof spawn>

/** Numbers of the rows a writer was promised before it ended. */
function runWriter(args: string[], env: Record<string, string>, onReady: (writer: Writer) => Promise<void>) {
  return new Promise<number[]>((resolve, reject) => {
    const writer = spawn(process.execPath, ['--import', 'tsx', here('writer.ts'), ...args], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let printed = ''
    writer.stdout.on('data', (chunk) => {
      if (printed === '' && String(chunk).startsWith('ready')) void onReady(writer)
      printed += chunk
    })
    writer.on('error', reject)
    // The last line may have been cut in the middle by the kill: then it was not a promise.
    writer.on('close', () => resolve(printed.split('\n').slice(1, -1).map(Number)))
  })
}

function buildShim() {
  const folder = mkdtempSync(join(tmpdir(), 'cchc-shim-'))
  const path = join(folder, 'powercut.so')
  execFileSync('gcc', ['-shared', '-fPIC', '-O2', '-o', path, here('powercut.c'), '-ldl', '-lpthread'])
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
