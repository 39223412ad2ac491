import { setTimeout } from 'node:timers/promises'

/** Asks a server every few milliseconds from outside it; when told to stop, says the longest an answer took. */
const [port] = process.argv.slice(2)
const PAUSE_MS = 5

let longest = 0
let isAsking = true
process.once('message', () => {
  isAsking = false
})
await ask()
process.send?.({ ready: true })
longest = 0
while (isAsking) {
  longest = Math.max(longest, await ask())
  await setTimeout(PAUSE_MS)
}
process.send?.({ longest })
process.disconnect()

async function ask(): Promise<number> {
  const asked = performance.now()
  await (await fetch(`http://127.0.0.1:${port}/`)).text()
  return performance.now() - asked
}
