// @ts-check
/** `npm test`: set-up, check, unit and integration tests, browser tests; the last line is the count. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildMiniApp, buildStaffWeb, checkNode, findChromium, installDependencies, root } from './setup.mjs'

/** @param {string} line */
const say = (line) => console.log(`\n── ${line}`)

checkNode()
installDependencies(say)
const chromium = findChromium(say)
buildMiniApp(say)
buildStaffWeb(say)

const reports = mkdtempSync(join(tmpdir(), 'cchc-test-'))
const env = { ...process.env, CHROMIUM_PATH: chromium }
let passed = 0
let failed = 0

say('Check: types, lint, boundaries, unused code, bundle size')
if (spawnSync('npm', ['run', '--silent', 'check'], { cwd: root, stdio: 'inherit', env }).status === 0) passed += 1
else failed += 1

for (const project of ['server', 'browser']) {
  say(project === 'server' ? 'Unit and integration tests' : 'Browser tests')
  const report = join(reports, `${project}.json`)
  const vitest = join(root, 'node_modules/vitest/vitest.mjs')
  const { status } = spawnSync(
    process.execPath,
    [vitest, 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    { cwd: root, stdio: 'inherit', env },
  )
  const counted = readReport(report)
  passed += counted.passed
  failed += counted.failed
  if (status !== 0 && counted.failed === 0) failed += 1
}
rmSync(reports, { recursive: true, force: true })

console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

/** @param {string} file */
function readReport(file) {
  try {
    const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'))
    return { passed: numPassedTests, failed: numFailedTests }
  } catch {
    return { passed: 0, failed: 0 }
  }
}
