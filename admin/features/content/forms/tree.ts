import { textOf } from './field-spec.ts'
import { type Fields, isFields, keyFrom, listOf } from './form-value.ts'

export type Option = { label: string; next: string }
/** A decision tree as it stands in a draft: anything in it may still be missing. */
export type Tree = { start: string; questions: Record<string, Fields>; outcomes: Record<string, Fields> }
export type Part = 'questions' | 'outcomes'

export function readTree(body: unknown): Tree {
  const fields = isFields(body) ? body : {}
  return { start: textOf(fields.start), questions: nodesOf(fields.questions), outcomes: nodesOf(fields.outcomes) }
}

function nodesOf(value: unknown): Record<string, Fields> {
  const nodes = isFields(value) ? value : {}
  return Object.fromEntries(Object.entries(nodes).map(([key, node]) => [key, isFields(node) ? node : {}]))
}

export function optionsOf(question: Fields | undefined): Option[] {
  return listOf(question?.options).map((each) => {
    const option = isFields(each) ? each : {}
    return { label: textOf(option.label), next: textOf(option.next) }
  })
}

/** What a question or an outcome is called in lists. */
export function nodeTitle(tree: Tree, key: string): string {
  const question = tree.questions[key]
  if (question) return textOf(question.text) || 'Câu hỏi chưa có lời'
  return textOf(tree.outcomes[key]?.title) || 'Kết quả chưa có tên'
}

/** A key as it comes before the text it is later made from. */
const PROVISIONAL: Record<Part, string> = { questions: 'cau-hoi', outcomes: 'ket-qua' }

export function isProvisional(part: Part, key: string) {
  return new RegExp(`^${PROVISIONAL[part]}(-\\d+)?$`).test(key)
}

export function addNode(tree: Tree, part: Part, blank: Fields): { tree: Tree; key: string } {
  const key = keyFrom(PROVISIONAL[part], keysOf(tree))
  const isFirst = part === 'questions' && tree.start === ''
  return { key, tree: { ...tree, [part]: { ...tree[part], [key]: blank }, start: isFirst ? key : tree.start } }
}

/** Everything that led to the old name leads to the new one, and the node keeps its place. */
export function renameNode(tree: Tree, from: string, to: string): Tree {
  const follow = (next: unknown) => (next === from ? to : next)
  return {
    start: tree.start === from ? to : tree.start,
    questions: Object.fromEntries(
      Object.entries(tree.questions).map(([key, question]) => [
        key === from ? to : key,
        {
          ...question,
          options: listOf(question.options).map((each) =>
            isFields(each) ? { ...each, next: follow(each.next) } : each,
          ),
        },
      ]),
    ),
    outcomes: Object.fromEntries(
      Object.entries(tree.outcomes).map(([key, outcome]) => [key === from ? to : key, outcome]),
    ),
  }
}

/** What led to it leads nowhere now, and says so. */
export function removeNode(tree: Tree, key: string): Tree {
  const { [key]: _question, ...questions } = tree.questions
  const { [key]: _outcome, ...outcomes } = tree.outcomes
  return renameNode({ ...tree, questions, outcomes }, key, '')
}

/** The name its text asks for, other than those taken. */
export function wishedKey(tree: Tree, key: string): string {
  return keyFrom(
    nodeTitle(tree, key),
    keysOf(tree).filter((other) => other !== key),
  )
}

function keysOf({ questions, outcomes }: Tree) {
  return [...Object.keys(questions), ...Object.keys(outcomes)]
}

export type Flaw =
  | { flaw: 'no_start' }
  | { flaw: 'never_reached'; part: Part; key: string }
  | { flaw: 'leads_nowhere' | 'circle'; key: string; option: number }

/** What keeps a person from an outcome: ways that end or turn back, and parts nobody comes to. */
export function flawsOf(tree: Tree): Flaw[] {
  const { start, questions, outcomes } = tree
  if (!questions[start] && !outcomes[start]) return [{ flaw: 'no_start' }]
  const flaws: Flaw[] = []
  const reached = new Set<string>()
  function walk(key: string, above: readonly string[]) {
    if (reached.has(key)) return
    reached.add(key)
    const trail = [...above, key]
    optionsOf(questions[key]).forEach(({ next }, option) => {
      if (!questions[next] && !outcomes[next]) flaws.push({ flaw: 'leads_nowhere', key, option })
      else if (trail.includes(next)) flaws.push({ flaw: 'circle', key, option })
      else walk(next, trail)
    })
  }
  walk(start, [])
  const parts: Part[] = ['questions', 'outcomes']
  const unreached = parts.flatMap((part) =>
    Object.keys(tree[part]).flatMap((key) => (reached.has(key) ? [] : [{ flaw: 'never_reached' as const, part, key }])),
  )
  return [...flaws, ...unreached]
}
