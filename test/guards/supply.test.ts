import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const PROJECT = join(import.meta.dirname, '../..')
type Package = { version?: string; resolved?: string; integrity?: string; link?: boolean }
type Component = { name: string; version: string; purl?: string; hashes?: { alg: string }[] }
const lock: { packages: Record<string, Package> } = JSON.parse(readFileSync(join(PROJECT, 'package-lock.json'), 'utf8'))
const manifest: Record<'dependencies' | 'devDependencies', Record<string, string>> = JSON.parse(
  readFileSync(join(PROJECT, 'package.json'), 'utf8'),
)
const installed = Object.entries(lock.packages).filter(([path]) => path !== '')

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** Open advisories nobody mends, or nobody keeps any more. */
const BANNED = ['xlsx', 'exceljs', 'request', 'node-uuid', 'left-pad', 'event-stream']

/** SQL put together from texts, or the driver's own transactions beside the write queue. */
function unsafeSql(source: string) {
  return [...source.matchAll(/sql\.raw\(|\.transaction\(|execute\(`[^`]*\$\{|hotStatement<[^(]*\(\s*`[^`]*\$\{/g)].map(
    ([found]) => found,
  )
}

function sources(folder: string): string[] {
  return readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|mjs)$/.test(file))
    .map((file) => join(folder, file))
}

describe('what is installed', () => {
  test('every package is named with one exact version, and its bytes are known by their hash', () => {
    expect(installed.length).toBeGreaterThan(400)
    expect(installed.filter(([, { integrity, link }]) => !link && !integrity?.startsWith('sha512-'))).toEqual([])
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    )
    expect(loose).toEqual([])
  })

  test('every package comes from npm’s own registry, wherever an address is written', () => {
    const elsewhere = installed.filter(
      ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
    )
    expect(elsewhere.map(([path]) => path)).toEqual([])
  })

  test('nothing that is known to be unsafe or unkept', () => {
    const names = new Set(installed.map(([path]) => nameOf(path)))
    expect(BANNED.filter((name) => names.has(name))).toEqual([])
  })
})

describe('the bill of materials', () => {
  test('names every package of the lock file with its version and the hash of its bytes', () => {
    const printed = spawnSync('npm', ['run', '--silent', 'sbom'], {
      cwd: PROJECT,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    expect(printed.status).toBe(0)
    const bill: { bomFormat: string; components: Component[] } = JSON.parse(printed.stdout)
    expect(bill.bomFormat).toBe('CycloneDX')
    const named = new Set(bill.components.map(({ name, version }) => `${name}@${version}`))
    expect(
      installed.map(([path, { version }]) => `${nameOf(path)}@${version}`).filter((one) => !named.has(one)),
    ).toEqual([])
    expect(
      bill.components.filter(({ hashes, purl }) => !purl || !hashes?.some(({ alg }) => alg === 'SHA-512')),
    ).toEqual([])
  })
})

describe('how the database is asked', () => {
  test('no statement is put together from texts, and nothing opens a transaction beside the queue', () => {
    const found = sources('server').flatMap((file) =>
      unsafeSql(readFileSync(join(PROJECT, file), 'utf8')).map((line) => `${file}: ${line}`),
    )
    expect(found).toEqual([])
  })

  test('one that did would be noticed', () => {
    expect(
      unsafeSql(
        `db.execute(\`SELECT \${name}\`); sql.raw(text); db.transaction(run); hotStatement<[], []>(\`\${name}\`)`,
      ),
    ).toHaveLength(4)
  })
})
