import { holdsTokens, killRefreshers } from './token.ts'

/** `npm run chaos:token`: killed 25 times at each of four moments of a renewal; exits with 1 where something does not hold. */
const figures = await killRefreshers({ kills: Number(process.argv[2] ?? 25) })
const isFine = holdsTokens(figures)
console.log(`${isFine ? 'holds' : 'FAILS'}  renewals of tokens killed in the middle  ${JSON.stringify(figures)}`)
process.exitCode = isFine ? 0 : 1
