import type { FileQuestion } from './read-question.ts'

type Told = Pick<FileQuestion, 'explanation' | 'legalSource' | 'documentNumber' | 'sources'>

const LEGAL_SOURCE = 'Căn cứ:'
const DOCUMENT = 'Văn bản:'
const SOURCE = 'Nguồn:'

/** Formats that know an explanation only: where it comes from stands in its last lines. */
export function joinExplanation({ explanation, legalSource, documentNumber, sources }: Told): string {
  return [
    ...(explanation === '' ? [] : [explanation]),
    ...(legalSource === null ? [] : [`${LEGAL_SOURCE} ${legalSource}`]),
    ...(documentNumber === null ? [] : [`${DOCUMENT} ${documentNumber}`]),
    ...sources.map((source) => `${SOURCE} ${writeSource(source)}`),
  ].join('\n')
}

export function splitExplanation(text: string): Told {
  const lines = text.split('\n')
  const told: Told = { explanation: '', legalSource: null, documentNumber: null, sources: [] }
  for (let line = lines.at(-1); line !== undefined && take(told, line.trim()); line = lines.at(-1)) lines.pop()
  return { ...told, explanation: lines.join('\n').trim() }
}

function take(told: Told, line: string): boolean {
  const rest = (start: string) => (line.startsWith(start) ? line.slice(start.length).trim() : '')
  if (told.legalSource === null && rest(LEGAL_SOURCE)) told.legalSource = rest(LEGAL_SOURCE)
  else if (told.documentNumber === null && rest(DOCUMENT)) told.documentNumber = rest(DOCUMENT)
  else if (rest(SOURCE)) told.sources.unshift(readSource(rest(SOURCE)))
  else return false
  return true
}

/** "Nghị quyết 76/NQ-CP https://…": the address is the last word, where there is one. */
export function readSource(line: string): FileQuestion['sources'][number] {
  const at = line.lastIndexOf(' ') + 1
  const url = line.slice(at)
  if (!/^https?:\/\//.test(url)) return { title: line, url: null }
  return { title: line.slice(0, at).trim() || url, url }
}

export function writeSource({ title, url }: FileQuestion['sources'][number]): string {
  if (url === null) return title
  return title === url ? url : `${title} ${url}`
}
