const SENDING = /server\/campaigns\/sending\.usecases\.ts$/
const WRITTEN = /await setOutgoing\(\s*tx,\s*id,\s*await enqueueSay\(tx,\s*ctx,\s*(\{[^}]*\})\),?\s*\)/

/** The message of a recipient leaves its transaction for one of its own. */
export async function load(url, context, next) {
  const loaded = await next(url, context)
  if (!SENDING.test(url.split('?')[0])) return loaded
  const source = String(loaded.source)
  if (!WRITTEN.test(source)) throw new Error('the message is written elsewhere now')
  const later =
    'setTimeout(() => void ctx.write(async (late) => setOutgoing(late, id, await enqueueSay(late, ctx, $1))), 30)'
  return { ...loaded, source: source.replace(WRITTEN, later) }
}
