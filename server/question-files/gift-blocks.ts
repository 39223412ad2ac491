/** What stands between two empty lines: a category, or a question before, within and after its braces. */
export type GiftBlock = { category?: string; before: string; inside: string | undefined; after: string; tags: string[] }

const CATEGORY = '$CATEGORY:'
const TAG = /\[tag:([^\][]{1,100})\]/g

/** Signs that were escaped must be gone from the text already. */
export function splitGift(text: string): GiftBlock[] {
  const blocks: GiftBlock[] = []
  let lines: string[] = []
  let tags: string[] = []
  const close = () => {
    const whole = lines.join('\n').trim()
    if (whole !== '') blocks.push({ ...toBlock(whole), tags })
    if (whole !== '') tags = []
    lines = []
  }
  for (const line of text.split('\n')) {
    const trimmed = line.trim()
    if (trimmed.startsWith('//')) tags.push(...[...trimmed.matchAll(TAG)].map(([, tag = '']) => tag))
    else if (trimmed === '') close()
    else if (trimmed.startsWith(CATEGORY)) {
      close()
      blocks.push({
        category: trimmed.slice(CATEGORY.length).trim(),
        before: '',
        inside: undefined,
        after: '',
        tags: [],
      })
    } else lines.push(line)
  }
  close()
  return blocks
}

/** Braces that stand nowhere, or twice because an empty line is missing, leave nothing that could be read. */
function toBlock(whole: string): Omit<GiftBlock, 'tags'> {
  const text = withoutName(whole)
  const open = text.indexOf('{')
  const shut = text.indexOf('}')
  const after = text.slice(shut + 1).trim()
  if (open < 0 || shut < open || /[{}]/.test(after)) return { before: text, inside: undefined, after: '' }
  return { before: text.slice(0, open).trim(), inside: text.slice(open + 1, shut), after }
}

function withoutName(text: string): string {
  if (!text.startsWith('::')) return text
  const end = text.indexOf('::', 2)
  return end < 0 ? text : text.slice(end + 2).trim()
}
