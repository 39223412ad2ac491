// @ts-check
/** `npm start`: everything from a fresh clone to a running service. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { buildMiniApp, checkNode, installDependencies, root } from './setup.mjs'

/** @param {string} line */
const say = (line) => console.log(line)

checkNode()
installDependencies(say)
buildMiniApp(say)

const server = spawn(process.execPath, ['--import', 'tsx', join(root, 'server/main.ts')], {
  cwd: root,
  stdio: 'inherit',
})
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(code ?? (signal === null ? 0 : 1)))
