// @ts-check
/** `npm start`: everything from a fresh clone to a running service. */
import { buildMiniApp, buildStaffWeb, checkNode, installDependencies } from './setup.mjs'

const PARENT_CHECK_MS = 200

/** @param {string} line */
const say = (line) => console.log(line)

checkNode()
installDependencies(say)
buildMiniApp(say)
buildStaffWeb(say)
if (process.env.npm_lifecycle_event !== undefined) stopWithNpm()
const { register } = await import('tsx/esm/api')
register()
const { startForDemo } = await import('../simulator/demo.ts')
await startForDemo(process.env, say)
await import('../server/main.ts')

/** npm passes SIGTERM to a shell of its own, which ends without passing it on: then this process has a new parent. */
function stopWithNpm() {
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM')
  }, PARENT_CHECK_MS).unref()
}
