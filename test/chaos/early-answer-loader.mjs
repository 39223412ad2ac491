const RECORDER = /server\/contests\/recorder\.ts$/
const KEPT = /done\.push\(\{\s*resolve,\s*value:\s*work\(tx,\s*events\)\s*\}\)/

/** An answer leaves as soon as its statement has run. */
export async function load(url, context, next) {
  const loaded = await next(url, context)
  if (!RECORDER.test(url.split('?')[0])) return loaded
  const source = String(loaded.source)
  if (!KEPT.test(source)) throw new Error('answers wait elsewhere now')
  const early = 'const value = work(tx, events); resolve(value); await new Promise((later) => setTimeout(later, 2))'
  return { ...loaded, source: source.replace(KEPT, early) }
}
