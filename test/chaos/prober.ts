import { get } from 'node:http'

/** Asks an address every 20 ms from outside until told to stop, then prints the longest silence in ms. */
const [url = ''] = process.argv.slice(2)
const EVERY_MS = 20
let answeredAt = performance.now()
let longest = 0
let failed = 0

const timer = setInterval(() => {
  get(url, (response) => {
    response.resume()
    if (response.statusCode !== 200) failed += 1
    const now = performance.now()
    longest = Math.max(longest, now - answeredAt)
    answeredAt = now
  }).on('error', () => {
    failed += 1
  })
}, EVERY_MS)

process.stdout.write('ready\n')
process.stdin.on('data', () => {
  clearInterval(timer)
  longest = Math.max(longest, performance.now() - answeredAt)
  process.stdout.write(`${JSON.stringify({ longestSilenceMs: Math.round(longest), failed })}\n`, () => process.exit(0))
})
