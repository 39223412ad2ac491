import { connect } from 'node:net'

/**
 * Asks one address over many connections for a while and prints how many answers came, each checked by its status
 * line and length. It reads no more of an answer than that, so that it is faster than the server it loads: a slower
 * client leaves the server idle between requests, which makes each look dearer.
 */
const [port = '', request = '', status = '', length = '0', connections = '1', seconds = '1'] = process.argv.slice(2)
const asked = Buffer.from(request)
const expected = `HTTP/1.1 ${status} `
const bodyBytes = Number(length)
const endsAt = performance.now() + Number(seconds) * 1_000
let answered = 0

await Promise.all(Array.from({ length: Number(connections) }, askUntilTheEnd))
console.log(answered)

function askUntilTheEnd() {
  return new Promise<void>((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () => socket.write(asked))
    let missing = 0
    socket.on('data', (chunk: Buffer) => {
      if (missing > 0) missing -= chunk.length
      else {
        if (chunk.toString('latin1', 0, expected.length) !== expected)
          return reject(new Error(chunk.toString('latin1', 0, 80)))
        missing = chunk.indexOf('\r\n\r\n') + 4 + bodyBytes - chunk.length
      }
      if (missing > 0) return
      answered += 1
      if (performance.now() < endsAt) return socket.write(asked)
      socket.destroy()
      resolve()
    })
    socket.on('error', reject)
  })
}
