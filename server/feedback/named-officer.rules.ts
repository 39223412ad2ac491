import { foldedWords } from '../search/vietnamese-text.ts'
import { visibleLine } from './written-text.schemas.ts'

/** A name of one short word is part of many longer ones. */
const SHORTEST_RUN_TOGETHER = 6

/** Whether a text names somebody, whatever marks it leaves out, whatever it hides between letters, and without spaces too. */
export function isNamed(name: string, text: string): boolean {
  const [asked, said] = [name, text].map((each) =>
    foldedWords(visibleLine(each)).flatMap((word) => word.split(/[./-]/)),
  )
  if (asked === undefined || said === undefined || asked.length === 0) return false
  const isSaid = ` ${said.join(' ')} `.includes(` ${asked.join(' ')} `)
  const run = asked.join('')
  return isSaid || (asked.length > 1 && run.length >= SHORTEST_RUN_TOGETHER && said.join('').includes(run))
}
