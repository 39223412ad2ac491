/** One thing wrong on purpose in what takes papers, named after what a person would suffer. Applied as it is loaded. */
export const MUTANTS = {
  'an older sheet replaces a newer one': [['recorder.queries', /AND sheet_seq < \?/, 'AND sheet_seq < ? + 1000']],
  'a paper handed in is still written on': [
    ['recorder.queries', /AND state = 'in_progress' AND sheet_seq/, 'AND sheet_seq'],
  ],
  'a sheet is kept after the time': [
    ['recorder.queries', /sheet_seq < \? AND deadline_ms \+ \?/, 'sheet_seq < ? AND deadline_ms + 99999999 + ?'],
  ],
  'the last moment of the grace is refused': [
    ['recorder.queries', /sheet_seq < \? AND deadline_ms \+ \? >=/, 'sheet_seq < ? AND deadline_ms + ? >'],
  ],
  'there is no grace for handing in': [['recorder', /deadlineMs\s*\+\s*graceMs\s*<\s*nowMs/, 'deadlineMs < nowMs']],
  'somebody gets a second paper': [['recorder.queries', /< \?11/, '< ?11 + 1']],
  'coming back moves the deadline': [
    [
      'recorder',
      /outcome:\s*"resumed",\s*attempt:\s*open/,
      'outcome: "resumed", attempt: { ...open, deadlineMs: wish.deadlineMs + 1 }',
    ],
  ],
  'handing in twice counts the second time': [
    [
      'recorder',
      /if\s*\(attempt\.state\s*!==\s*"in_progress"\)\s*return\s*\{\s*outcome:\s*"submitted",\s*attempt\s*\};?/,
      '',
    ],
    ['recorder.queries', /(SET state = 'submitted'[^`]*?) AND state = 'in_progress'/, '$1'],
  ],
  'a phone that came second believes it is kept': [
    ['recorder', /seq:\s*isSame\s*\?\s*kept\.seq\s*:\s*kept\.seq\s*\+\s*1/, 'seq'],
  ],
  'what was kept is not written in the chain': [
    ['recorder', /events\.push\(\{\s*is:\s*"saved"/, 'void ({ is: "saved"'],
  ],
  'the wall clock is believed': [['attempts.usecases', /ctx\.steady\.now\(\)/g, 'ctx.now().getTime()']],
}

const FILE = /server\/contests\/([\w.-]+)\.ts\?/

/** Whatever a changed module imports of the contests is loaded anew beside the service's own. */
export async function resolve(specifier, context, next) {
  const resolved = await next(specifier, context)
  const name = mutantOf(context.parentURL ?? '')
  if (name === null || !resolved.url.includes('/server/contests/') || mutantOf(resolved.url) !== null) return resolved
  return {
    ...resolved,
    url: `${resolved.url}${resolved.url.includes('?') ? '&' : '?'}mutant=${encodeURIComponent(name)}`,
  }
}

export async function load(url, context, next) {
  const loaded = await next(url, context)
  const name = mutantOf(url)
  if (name === null) return loaded
  const [, file] = FILE.exec(url) ?? []
  let source = String(loaded.source)
  for (const [where, from, to] of MUTANTS[name].filter(([where]) => where === file)) {
    if (source.search(from) < 0) throw new Error(`${where} says it otherwise now: ${from}`)
    source = source.replace(from, to)
  }
  return { ...loaded, source }
}

function mutantOf(url) {
  const [, query = ''] = url.split('?')
  return new URLSearchParams(query).get('mutant')
}
