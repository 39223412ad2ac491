import { ConfigProblems, readConfig } from '../server/config.ts'
import { findDeployProblems } from '../server/deploy-check.ts'

/** `npm run check:deploy`: whether this machine may serve citizens with these settings. */
const problems = readProblems()
for (const problem of problems) console.error(problem)
if (problems.length === 0) console.log('Ready to serve citizens')
process.exitCode = problems.length === 0 ? 0 : 1

function readProblems(): string[] {
  try {
    return findDeployProblems(readConfig({ ...process.env, NODE_ENV: 'production' }))
  } catch (error) {
    if (error instanceof ConfigProblems) return error.problems
    throw error
  }
}
