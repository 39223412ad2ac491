// @ts-check
/**
 * `npm run build:mini`: the build Zalo takes, which must know where the service is because it runs on Zalo's host.
 * An argument names another folder than www/.
 */

import { join, resolve } from 'node:path'
import { checkNode, installDependencies, root, runVite } from './setup.mjs'

const address = process.env.PUBLIC_URL
if (address === undefined || !/^https:\/\/[^/]+/.test(address)) {
  console.error('Set PUBLIC_URL to the https address of the service, then run npm run build:mini again.')
  process.exit(1)
}
checkNode()
installDependencies(console.log)
process.env.VITE_API_URL = address.replace(/\/+$/, '')
const folder = resolve(process.argv[2] ?? join(root, 'www'))
process.env.BUILD_DIR = folder
runVite()
console.log(`${folder} is ready for Zalo and talks to ${process.env.VITE_API_URL}`)
